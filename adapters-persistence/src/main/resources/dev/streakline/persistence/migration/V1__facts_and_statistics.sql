-- What was sent, and what is kept of it. Facts refer to viewers, titles and channels by keys that are made on first mention.
-- No foreign keys: a batch of facts is written by one transaction that has looked the keys up, and checks cost half the rate.

create table viewer (
    viewer_key     bigint generated always as identity primary key,
    name           text collate "C" not null unique,
    -- What the last fold gave. Null until then.
    statistics     bytea,
    digest         uuid,
    stamp          integer,
    next_change_at bigint
);
comment on table viewer is 'Viewers by name, and the statistics that are kept of them.';
comment on column viewer.statistics is 'The statistics as bytes; their form is that of StatisticsBytes.';
comment on column viewer.digest is 'The first half of the SHA-256 of statistics: what is equal is not written again.';
comment on column viewer.stamp is 'Which policies and which engine folded; see fold_stamp.';
comment on column viewer.next_change_at is 'Microseconds since 1970 at which time alone changes the statistics; null when never.';
-- A shard is viewer_key & 15. Whom time, another policy or another engine makes due is found without reading the others.
create index viewer_next_change on viewer ((viewer_key & 15), next_change_at);
create index viewer_stamp on viewer ((viewer_key & 15), stamp);

create table title (
    title_key bigint generated always as identity primary key,
    name      text collate "C" not null unique
);
create table channel (
    channel_key bigint generated always as identity primary key,
    name        text collate "C" not null unique
);
create table platform (
    platform_key integer generated always as identity primary key,
    name         text collate "C" not null unique
);
create table source (
    source_key integer generated always as identity primary key,
    name       text collate "C" not null unique
);

create table fact (
    shard       smallint not null,
    viewer_key  bigint   not null,
    identity    uuid     not null,
    content     uuid     not null,
    type        smallint not null,
    withdrawn   boolean  not null default false,
    at          bigint,
    day         integer,
    title_key   bigint,
    channel_key bigint,
    seconds     integer,
    range_first integer,
    range_last  integer,
    completed   boolean,
    platform_key integer,
    session     text,
    kind        text,
    bits        integer,
    score       smallint,
    listed      boolean,
    first_day   integer,
    last_day    integer,
    zone        text,
    display_name text,
    email       text,
    source_key  integer not null,
    id          text    collate "C" not null,
    primary key (shard, viewer_key, identity)
) partition by list (shard);
comment on table fact is 'Facts about viewers. A withdrawn one stays, so that its identity stays known.';
comment on column fact.shard is 'viewer_key & 15';
comment on column fact.identity is 'The first half of the SHA-256 of source and id.';
comment on column fact.type is '1 watch, 2 interaction, 3 pause, 4 ranking choice, 5 rating, 6 viewer';
comment on column fact.at is 'Microseconds since 1970; null for a fact of which only the local date is known.';
comment on column fact.day is 'Days since 1970, where only the local date is known.';
comment on column fact.range_last is 'The last second watched, inclusive.';

do $$
begin
    for shard in 0 .. 15 loop
        execute format('create table fact_%s partition of fact for values in (%s)', shard, shard);
    end loop;
end $$;

-- Whose statistics a title's fact changes.
create index fact_of_title on fact (title_key, viewer_key) where title_key is not null;
-- Zones and pauses are few beside sessions and are read apart from them.
create index fact_of_life on fact (viewer_key) where type in (3, 6);

create table title_fact (
    title_key       bigint  not null,
    identity        uuid    not null,
    content         uuid    not null,
    withdrawn       boolean not null default false,
    at              bigint  not null,
    kind            text    not null,
    display_name    text    not null,
    show            text,
    show_name       text,
    season          integer,
    episode         integer,
    genres          text[]  not null,
    runtime_seconds integer,
    channel         text,
    source          text collate "C" not null,
    id              text collate "C" not null,
    primary key (title_key, identity)
);
create table channel_fact (
    channel_key  bigint  not null,
    identity     uuid    not null,
    content      uuid    not null,
    withdrawn    boolean not null default false,
    at           bigint  not null,
    display_name text,
    creator      text,
    source       text collate "C" not null,
    id           text collate "C" not null,
    primary key (channel_key, identity)
);

-- Marks are only ever appended, in the transaction of the facts, and taken away by the fold that saw them.
create table mark (
    shard      smallint not null,
    viewer_key bigint   not null
);
create index mark_of_shard on mark (shard, viewer_key);
create table title_mark (
    title_key bigint not null
);

create table policy (
    version                       integer primary key,
    day_start_seconds             integer not null,
    minimum_seconds               integer not null,
    freeze_cap                    integer not null,
    days_per_freeze               integer not null,
    completion_percent            integer not null,
    completion_seconds_of_unknown integer not null
);
create table policy_ladder (
    version    integer   not null references policy,
    position   integer   not null,
    measure    text      not null,
    thresholds integer[] not null,
    tiers      text[]    not null,
    primary key (version, position)
);

create table fold_stamp (
    stamp          integer generated always as identity primary key,
    policy_version integer not null,
    revision       integer not null,
    time_zone_data text collate "C" not null,
    unique (policy_version, revision, time_zone_data)
);
comment on table fold_stamp is 'Every pair of policies and engine that has folded here.';

create table announcement (
    viewer_key  bigint  not null,
    measure     text    not null,
    threshold   integer not null,
    tier        text    not null,
    achieved_at bigint  not null,
    precision   text    not null,
    recorded_at bigint  not null,
    position    bigint generated always as identity,
    primary key (viewer_key, measure, threshold)
);
comment on table announcement is 'What was achieved, recorded once and never changed; it may outlive the facts behind it.';
