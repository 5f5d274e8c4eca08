/**
 * A PostgreSQL server of Streakline's own, for people who have none.
 *
 * <p>The <b>folder</b> is one directory that holds everything: the <b>binaries</b> (PostgreSQL's programs, unpacked from
 * this program's jar), the <b>cluster</b> (PostgreSQL's word for its data directory), the password, the log and two lock
 * files. The <b>postmaster</b> is the server's first process; it writes its process id and port into the <b>postmaster
 * file</b> of its cluster. A server outlives the process that started it. It is <b>adopted</b> when a later process
 * finds it running. Each process that uses it is a <b>tenant</b>; the last tenant to leave stops it. Only one process at
 * a time is at the <b>door</b>: starting, adopting or stopping the server. Each tenant has a <b>keeper</b>, which brings
 * back a server that has ended.
 */
@NullMarked
package dev.streakline.persistence.embedded;

import org.jspecify.annotations.NullMarked;
