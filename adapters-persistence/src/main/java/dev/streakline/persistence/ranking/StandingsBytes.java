package dev.streakline.persistence.ranking;

import dev.streakline.domain.ranking.Standings;
import dev.streakline.persistence.rows.Bytes;
import java.nio.ByteBuffer;

/**
 * Standings as bytes: equal standings are equal bytes. Each value is encoded as the difference from the one before, and
 * so is each viewer's key.
 */
final class StandingsBytes {

    private static final int FORM = 1;

    private StandingsBytes() {}

    static byte[] of(Standings standings) {
        Bytes out = new Bytes();
        out.writeUnsigned(FORM);
        out.writeUnsigned(standings.size());
        long value = standings.size() == 0 ? 0 : standings.value(0);
        long viewer = 0;
        out.writeUnsigned(value);
        for (int place = 0; place < standings.size(); place++) {
            out.writeUnsigned(value - standings.value(place));
            out.writeSigned(standings.viewer(place) - viewer);
            value = standings.value(place);
            viewer = standings.viewer(place);
        }
        return out.toArray();
    }

    /**
     * The standings.
     *
     * @throws IllegalStateException for bytes of another form
     */
    static Standings standings(byte[] bytes) {
        ByteBuffer in = ByteBuffer.wrap(bytes);
        int form = in.get();
        if (form != FORM) {
            throw new IllegalStateException(
                    "standings are stored in form " + form + ", and this version reads form " + FORM);
        }
        long[] viewers = new long[Bytes.readCount(in)];
        long[] values = new long[viewers.length];
        long value = Bytes.readUnsigned(in);
        long viewer = 0;
        for (int place = 0; place < viewers.length; place++) {
            value -= Bytes.readUnsigned(in);
            viewer += Bytes.readSigned(in);
            values[place] = value;
            viewers[place] = viewer;
        }
        return Standings.fromSorted(viewers, values);
    }
}
