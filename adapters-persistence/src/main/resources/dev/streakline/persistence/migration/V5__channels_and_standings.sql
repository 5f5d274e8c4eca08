-- What viewers are to channels, where they stand among each other, and what was announced of both.

-- Titles may name channels of which no fact about a viewer has spoken.
insert into channel (name)
select distinct channel from title_fact where channel is not null order by 1
on conflict (name) do nothing;

-- Whether a viewer is ranked is part of his life, too.
drop index fact_of_life;
create index fact_of_life on fact (viewer_key) where type in (3, 4, 6);

alter table viewer_statistics
    add column ranked_seconds bigint not null default 0,
    add column ranked_messages integer not null default 0;
comment on column viewer_statistics.digest is
    'The first half of the SHA-256 of statistics, of those on his channels and of what he is ranked by: what is equal is not '
    'written again.';
comment on column viewer_statistics.ranked_seconds is
    'What he is ranked by in the whole deployment; 0 for who has opted out.';

create table viewer_channel (
    shard           smallint not null,
    viewer_key      bigint   not null,
    channel_key     bigint   not null,
    ranked_seconds  bigint   not null,
    ranked_messages integer  not null,
    statistics      bytea    not null,
    primary key (shard, viewer_key, channel_key)
);
comment on table viewer_channel is 'What the last fold gave of each viewer on each of his channels.';
comment on column viewer_channel.shard is 'viewer_key & 15';
comment on column viewer_channel.ranked_seconds is 'What he is ranked by on this channel; 0 for who has opted out.';
comment on column viewer_channel.statistics is 'The statistics as bytes; their form is that of ChannelBytes.';
-- A channel that is ranked anew.
create index viewer_channel_of_channel on viewer_channel (channel_key);

create table standings (
    channel_key      bigint   not null,
    chunk            smallint not null,
    version          bigint   not null,
    as_of            bigint   not null,
    rests_until      bigint   not null,
    anew_on          integer  not null,
    watch_time       bytea    not null,
    messages         bytea    not null,
    night_watch_time bytea,
    night_messages   bytea,
    primary key (channel_key, chunk)
);
-- They are short numbers already, and whoever reads them waits.
alter table standings alter watch_time set storage external, alter messages set storage external,
    alter night_watch_time set storage external, alter night_messages set storage external;
comment on table standings is 'Where the viewers of a channel stand, a row for each channel, replaced as a whole.';
comment on column standings.channel_key is '0 for the whole deployment, which has a row for each shard of viewers.';
comment on column standings.chunk is '0 for a channel, the shard for the deployment.';
comment on column standings.version is 'Another with every change.';
comment on column standings.as_of is 'Microseconds since 1970 at which this was ranked.';
comment on column standings.rests_until is 'Microseconds since 1970 until which it is not ranked again all the time.';
comment on column standings.anew_on is 'Days since 1970, in UTC, of when it was last made of all values.';
comment on column standings.watch_time is 'Standings as bytes; their form is that of StandingsBytes.';
comment on column standings.night_watch_time is 'What the last night found; null before the first.';

-- As marks of viewers: only ever appended, in the transaction of the fold, and taken away by the ranking that saw them.
create table standings_mark (
    channel_key bigint   not null,
    chunk       smallint not null,
    viewer_key  bigint
);
comment on table standings_mark is 'Whose value is another than the standings have.';
comment on column standings_mark.viewer_key is 'Null for so many that all values are read.';
create index standings_mark_of_channel on standings_mark (channel_key, chunk);

create table badge_unlocked (
    viewer_key  bigint not null,
    channel_key bigint not null,
    badge       text   not null,
    unlocked_at bigint not null,
    precision   text   not null,
    recorded_at bigint not null,
    position    bigint generated always as identity,
    primary key (viewer_key, channel_key, badge)
);
comment on table badge_unlocked is 'Badges as they were announced, once and never changed; a badge may outlive its facts here.';

create table percentile_ranked (
    viewer_key  bigint  not null,
    channel_key bigint  not null,
    metric      text    not null,
    top_percent integer not null,
    as_of       bigint  not null,
    position    bigint generated always as identity
);
comment on table percentile_ranked is 'Who has come among the first of a channel since the night before.';
comment on column percentile_ranked.channel_key is '0 for the whole deployment.';
create index percentile_ranked_of_viewer on percentile_ranked (viewer_key, position);
