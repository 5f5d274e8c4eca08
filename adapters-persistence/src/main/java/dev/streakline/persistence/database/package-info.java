/**
 * Access to PostgreSQL: migrations, transactions with retries, and failures as one exception.
 *
 * <p>Every statement runs in a <b>scope</b>, which is a role, and for a creator a key that row-level security compares.
 * The scope ends with its transaction.
 *
 * <p>A <b>snapshot</b> is what one transaction sees of the database from its first statement on, whatever others
 * commit. A transaction in conflict with another writer is <b>tried again</b> from its beginning; so is one whose
 * session had ended before it began. Requests use connections that are <b>monitored</b>: they fail soon when the server
 * is silent. Background work that may be done twice begins again once a lost server is <b>back</b>. Every other failure
 * is thrown as {@link dev.streakline.application.history.StoreUnavailableException}.
 */
@NullMarked
package dev.streakline.persistence.database;

import org.jspecify.annotations.NullMarked;
