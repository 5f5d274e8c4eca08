/**
 * PostgreSQL as the store sees it: migrations, transactions that are tried again, and failures as one exception.
 *
 * <p>Every statement runs in a <b>scope</b>, which is a role, and for a creator a key that row-level security compares. The scope
 * ends with its transaction.
 *
 * <p>A <b>snapshot</b> is what one transaction sees of the database from its first statement on, whatever others commit. A
 * transaction that two writers have crossed is <b>tried again</b> from its beginning; so is one whose session had ended
 * before it began. Those who are waited for use connections that are <b>watched</b>: they fail soon when the server is
 * silent. Work that is not waited for begins again once a lost server is <b>back</b>, where it may be done twice. Every other
 * failure leaves as {@link dev.streakline.application.history.StoreUnavailableException}.
 */
@NullMarked
package dev.streakline.persistence.database;

import org.jspecify.annotations.NullMarked;
