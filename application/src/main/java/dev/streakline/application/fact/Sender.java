package dev.streakline.application.fact;

import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The sender of events, and which facts they may send (section 2). */
public sealed interface Sender {

    /** The rejection of a fact that they may not send; null when they may. */
    @Nullable
    Rejection refusal(Fact fact);

    /** The result of the case that applies. */
    <R> R match(Cases<R> cases);

    /** One case for each sender. */
    interface Cases<R> {

        /** The command line. */
        R anyone();

        /** Role ingest. */
        R ingest();

        /** A viewer. */
        R self();
    }

    /** The command line: may send every fact about every viewer, without limits. */
    record Anyone() implements Sender {

        @Override
        public <R> R match(Cases<R> cases) {
            return cases.anyone();
        }

        @Override
        public @Nullable Rejection refusal(Fact fact) {
            return null;
        }
    }

    /** Role ingest: may send every fact about every viewer, within ten times the limits of a viewer's own token. */
    record Ingest() implements Sender {

        @Override
        public <R> R match(Cases<R> cases) {
            return cases.ingest();
        }

        @Override
        public @Nullable Rejection refusal(Fact fact) {
            return null;
        }
    }

    /** A viewer: may send their own watch, rating and viewer facts. */
    record Self(ViewerId viewer) implements Sender {

        private static final Set<FactType> OWN = Set.of(FactType.WATCH, FactType.RATING, FactType.VIEWER_DETAILS);

        @Override
        public <R> R match(Cases<R> cases) {
            return cases.self();
        }

        @Override
        public @Nullable Rejection refusal(Fact fact) {
            if (!OWN.contains(fact.type())) {
                return new Rejection(
                        RejectionCode.NOT_ALLOWED,
                        Member.TYPE.pointer(),
                        "type is \"" + fact.type().code()
                                + "\"; a viewer may send their own plays, ratings and profile. Other facts need the"
                                + " role ingest.");
            }
            if (!fact.id().subject().equals(viewer.value())) {
                return new Rejection(
                        RejectionCode.NOT_ALLOWED,
                        Member.SUBJECT.pointer(),
                        "subject is " + ErrorExcerpt.of(fact.id().subject())
                                + "; a viewer may send only their own facts. Others need the role ingest.");
            }
            return null;
        }
    }
}
