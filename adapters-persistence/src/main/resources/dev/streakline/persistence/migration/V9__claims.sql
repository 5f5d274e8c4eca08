-- Whatever one of several processes works on is claimed in the same way: a token that grows with each claim, one instant from
-- which it may be claimed, and how often it was. By the clock of the database. No older version can have a run in work: stop it.

alter table recalculation_run
    add column token    bigint   not null default 0,
    add column due_at   bigint   not null default (extract(epoch from clock_timestamp()) * 1000000)::bigint,
    add column attempts smallint not null default 0;

update recalculation_run set token = 1, attempts = 1 where started_at is not null;

alter table recalculation_run drop column beat_at;

comment on table recalculation_run is 'Recalculations that were requested.';
comment on column recalculation_run.token is 'Grows with each claim and when a claim is given back; only the last claim may change the row.';
comment on column recalculation_run.due_at is 'From when on it may be claimed, in microseconds since 1970: the end of the lease or of the back-off.';
comment on column recalculation_run.attempts is 'How many claims there were, without those that were released.';
