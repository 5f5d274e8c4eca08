package dev.streakline.application.fact;

import static java.util.Objects.requireNonNull;

/**
 * The identity of a fact, for ever: no two facts share one, whatever their types are (section 2, details 56).
 *
 * <p>Example: the viewer {@code "ann"}, the source {@code "trakt"} and the id {@code "m-1"} are one identity, whether a
 * watch or a rating has taken it.
 *
 * @param subjectType what {@code subject} names
 * @param subject an identifier: 1 to 128 code points without control characters and lone surrogates
 * @param source an identifier as well; by CloudEvents a URI reference, which is not checked
 * @param id an identifier as well, chosen by the source
 */
public record FactId(SubjectType subjectType, String subject, String source, String id) {

    public FactId {
        requireNonNull(subjectType, "space");
        TextRule.IDENTIFIER.check(Member.ID, id);
        TextRule.IDENTIFIER.check(Member.SOURCE, source);
        TextRule.IDENTIFIER.check(Member.SUBJECT, subject);
    }
}
