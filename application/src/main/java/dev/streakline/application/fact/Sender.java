package dev.streakline.application.fact;

import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Who sends events, and of which facts he may speak (section 2). */
public sealed interface Sender {

    /** What he must not send is rejected with this; absent when he may send it. */
    @Nullable
    Rejection refusal(Fact fact);

    /** The command line: may send every fact about everybody, without limits. */
    record Anyone() implements Sender {

        @Override
        public @Nullable Rejection refusal(Fact fact) {
            return null;
        }
    }

    /** Role ingest: may send every fact about everybody, within ten times the limits of a viewer's own token. */
    record Ingest() implements Sender {

        @Override
        public @Nullable Rejection refusal(Fact fact) {
            return null;
        }
    }

    /** May send his own watch, rating and viewer facts. */
    record Self(ViewerId viewer) implements Sender {

        private static final Set<FactType> OWN = Set.of(FactType.WATCH, FactType.RATING, FactType.VIEWER_DETAILS);

        @Override
        public @Nullable Rejection refusal(Fact fact) {
            if (!OWN.contains(fact.type())) {
                return new Rejection(
                        RejectionCode.NOT_ALLOWED,
                        Member.TYPE.pointer(),
                        "type is \"" + fact.type().code()
                                + "\"; a viewer may send what he watches and rates, and where he lives. Other facts need the"
                                + " role ingest.");
            }
            if (!fact.id().subject().equals(viewer.value())) {
                return new Rejection(
                        RejectionCode.NOT_ALLOWED,
                        Member.SUBJECT.pointer(),
                        "subject is " + ErrorExcerpt.of(fact.id().subject())
                                + "; a viewer may send facts about himself only. Others need the role ingest.");
            }
            return null;
        }
    }
}
