-- A viewer is folded when no fact of him arrives any more, or when one has waited for long. By the clock of the database, for
-- those of several processes differ.
alter table mark
    add column marked_at bigint not null default (extract(epoch from clock_timestamp()) * 1000000)::bigint;
comment on column mark.marked_at is 'Microseconds since 1970 on the clock of the database.';
