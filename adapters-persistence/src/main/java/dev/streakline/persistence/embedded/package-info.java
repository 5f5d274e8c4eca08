/**
 * Streakline's own PostgreSQL server, for people who have none.
 *
 * <p>One <b>folder</b> contains everything: the <b>binaries</b> (PostgreSQL's programs, unpacked from this program's
 * jar), the <b>cluster</b> (PostgreSQL's word for its data directory), the password, the log and two lock files. The
 * <b>postmaster</b> is the server's first process; it writes its process id and port into a file of the cluster. A
 * server outlives the process that started it, and is <b>adopted</b> when a later process finds it running. Every
 * process that uses it is a <b>user</b>, and the last user to leave stops it. Only the process with the <b>start
 * lock</b> starts, adopts or stops the server. Each user has a <b>keeper</b>, which restarts a server that has ended.
 */
@NullMarked
package dev.streakline.persistence.embedded;

import org.jspecify.annotations.NullMarked;
