-- A viewer is folded when no fact of him arrives any more, or when one has waited for long. By the clock of the database, for
-- those of several processes differ.
alter table mark
    add column marked_at bigint not null default (extract(epoch from clock_timestamp()) * 1000000)::bigint;
comment on column mark.marked_at is 'Microseconds since 1970 on the clock of the database.';

create table recalculation_run (
    id           text collate "C" primary key,
    scope        text    not null,
    viewer       text,
    requested_by text    not null,
    requested_at bigint  not null,
    started_at   bigint,
    beat_at      bigint,
    finished_at  bigint,
    viewers      integer not null default 0,
    changed      integer not null default 0,
    announced    integer not null default 0,
    failure      text
);
comment on table recalculation_run is 'Statistics that somebody asked to be made anew.';
comment on column recalculation_run.beat_at is 'The last sign of life of who runs it, in microseconds since 1970.';
create index recalculation_run_newest on recalculation_run (requested_at, id);
create index recalculation_run_unfinished on recalculation_run (requested_at, id) where finished_at is null;
create index recalculation_run_of_viewer on recalculation_run (viewer) where viewer is not null;
