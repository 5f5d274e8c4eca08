package dev.streakline.cli.format;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.streakline.application.format.HistoryItem;
import dev.streakline.application.format.HistoryUnreadableException;
import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ForeignFormatsTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '\0', textBlock = """
            {"anime":[{"last_watched_at":"2026-01-01T00:00:00Z","status":"watching","show":{"ids":{"simkl":1}}}]} | Simkl
            [{"endTime":"2026-01-01 17:05","artistName":"A","trackName":"T","msPlayed":1}] | Spotify
            [{"ts":"2026-01-01T17:05:00Z","ms_played":1,"spotify_track_uri":null}] | Spotify
            {"response":{"data":{"recordsFiltered":1,"recordsTotal":1,"data":[{"rating_key":1}]}}} | Tautulli
            {"MediaContainer":{"size":1,"Metadata":[{"viewedAt":1}]}} | Plex
            {"Items":[{"Name":"A","UserData":{"Played":true}}],"TotalRecordCount":1} | Jellyfin
            {"events":[{"stored_event":{"timestamp":1}}]} | Apple
            {"Browser History":[{"title":"a"}]} | Chrome
            {"Activity":{"Video Browsing History":{"VideoList":[]}}} | TikTok
            {"movies":[{"watched_at":"2026-01-01T00:00:00Z","ids":{"imdb":"tt1"}}]} | import format
            [{"imdb_id":"tt1","watched_at":"2026-01-01T00:00:00Z"}] | import format
            [{"plays":2,"last_watched_at":"2026-01-01T00:00:00Z","movie":{"ids":{"trakt":1}}}] | watched-history-1.json
            [{"progress":2.5,"paused_at":"2026-01-01T00:00:00Z","id":1,"type":"movie"}] | paused
            [{"kind":"youtube#playlistItem","etag":"x","snippet":{"title":"A"}}] | before 2017
            Date,Name,Year,Letterboxd URI,Rating | Letterboxd
            Const,Your Rating,Date Rated,Title,URL | IMDb
            series_name,s_no,ep_no,created_at | TV Time
            Date Watched,Type,Title,Episode Title | Prime Video
            show_id,type,title,duration,listed_in | catalogue
            """)
    void a_file_of_somebody_else_is_named_and_nothing_of_it_is_taken(String text, String name) {
        List<HistoryItem> items = new ArrayList<>();
        InputStream file = new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8));
        assertThatThrownBy(() -> Histories.read(file, Histories.ADAS, items::add))
                .isInstanceOfSatisfying(
                        HistoryUnreadableException.class,
                        unreadable ->
                                assertThat(unreadable.why()).isEqualTo(HistoryUnreadableException.Cause.UNKNOWN_FORMAT))
                .hasMessageContaining(name);
        assertThat(items).isEmpty();
    }
}
