-- Statistics in a table of their own: the first fold of many viewers copies them in, where it used to update every viewer;
-- and looking names up reads narrow rows.
create table viewer_statistics (
    shard          smallint not null,
    viewer_key     bigint   not null,
    statistics     bytea    not null,
    digest         uuid     not null,
    stamp          integer  not null,
    next_change_at bigint,
    primary key (shard, viewer_key)
);
comment on table viewer_statistics is 'What the last fold gave of each viewer; no row until the first.';
comment on column viewer_statistics.shard is 'viewer_key & 15';
comment on column viewer_statistics.statistics is 'The statistics as bytes; their form is that of StatisticsBytes.';
comment on column viewer_statistics.digest is
    'The first half of the SHA-256 of statistics: what is equal is not written again.';
comment on column viewer_statistics.stamp is 'Which policies and which engine folded; see fold_stamp.';
comment on column viewer_statistics.next_change_at is
    'Microseconds since 1970 at which time alone changes the statistics; null when never.';

insert into viewer_statistics
select viewer_key & 15, viewer_key, statistics, digest, stamp, next_change_at
from viewer
where stamp is not null
order by viewer_key & 15, viewer_key;

-- Whom time, another policy or another engine makes due is found without reading the others.
create index viewer_statistics_next_change on viewer_statistics (shard, next_change_at);
create index viewer_statistics_stamp on viewer_statistics (shard, stamp);

alter table viewer
    drop column statistics,
    drop column digest,
    drop column stamp,
    drop column next_change_at;
comment on table viewer is 'Viewers by name.';
