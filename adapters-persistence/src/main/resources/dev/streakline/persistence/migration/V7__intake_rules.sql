-- Who may send facts and how many, what is counted for that, and viewers whose fold fails.

create table intake_rule (
    version              integer primary key,
    viewer_facts         boolean not null,
    events_per_day       integer not null,
    titles               integer not null,
    channels             integer not null,
    pauses               integer not null,
    zone_changes_per_day integer not null
);
comment on table intake_rule is 'The intake rules by version, apart from policies; the newest is in force.';
comment on column intake_rule.viewer_facts is 'Whether viewers may send facts about themselves.';

create table intake_count (
    viewer_key   bigint  not null,
    day          integer not null,
    events       integer not null,
    zone_changes integer not null,
    primary key (viewer_key, day)
);
comment on table intake_count is 'How many facts of a viewer were accepted on the running day of arrival; written every few seconds.';
comment on column intake_count.day is 'Days since 1970, in UTC.';
create index intake_count_of_day on intake_count (day);

create table notice (
    name text primary key
);
comment on table notice is 'What serve says once and then never again.';

alter table source add column claimed boolean not null default false;
comment on column source.claimed is 'Whether role ingest or the command line has used it; viewers send nothing under it.';

alter table viewer_statistics
    add column titles integer not null default 0,
    add column channels integer not null default 0,
    add column pauses integer not null default 0;
comment on column viewer_statistics.titles is 'How many distinct titles the last fold found.';

-- Pages of channels are found by these, without reading the statistics of all of them.
alter table viewer_channel
    add column seconds bigint not null default 0,
    add column messages integer not null default 0,
    add column sessions integer not null default 0;
comment on column viewer_channel.seconds is 'Counted seconds on this channel, also of who has opted out of rankings.';

create table fold_failure (
    shard      smallint not null,
    viewer_key bigint   not null,
    failures   integer  not null,
    try_at     bigint   not null,
    reason     text     not null,
    most       integer,
    primary key (shard, viewer_key)
);
comment on table fold_failure is 'Viewers whose last fold failed; they stand behind the others.';
comment on column fold_failure.try_at is 'Microseconds since 1970, by the clock of the database, before which they are not tried again.';
comment on column fold_failure.most is 'How many facts the process could read at once, where that was too little; one that reads more tries at once.';

-- A store with facts was open to its viewers: it stays so, and serve says that once.
insert into intake_rule
select 1, true, 20000, 50000, 5000, 200, 50 where exists (select from fact);
insert into notice
select 'viewer-facts' where exists (select from fact);
