/**
 * Facts: what happened on a platform, each sent as one CloudEvents 1.0 event (section 2 of the specification).
 *
 * <p>A <b>fact</b> is one event that was read and found valid; its <b>identity</b> is (space, subject, source, id),
 * where the <b>space</b> is the type of the subject: a viewer, a title or a channel. Its <b>moment</b> is an instant,
 * or for histories without clock times a local date. The <b>content digest</b> distinguishes a repetition from a
 * conflict. The <b>reading</b> of an event is a fact or a <b>rejection</b>, which has a stable code, a pointer to the
 * member at fault and a reason for people. The <b>verdict</b> is the result that the sender receives for each item.
 *
 * <p>Each kind of fact has a <b>schema</b>, declared in its record: its <b>fields</b>, and how a fact is made of their
 * values. Events, rows and the OpenAPI document derive from it (docs/adr/0014). A <b>mention</b> is a field whose value
 * names a title, a channel or a platform.
 *
 * <p>Events come in as trees of maps, lists, texts, numbers, booleans and nulls, as any JSON parser makes them. Each
 * rule of a fact is stated once, in the constructors of the facts and the fields that they check; the reader turns what
 * they refuse into rejections.
 */
@NullMarked
package dev.streakline.application.fact;

import org.jspecify.annotations.NullMarked;
