-- One table for everything that is announced, in place of one for each kind; and names that say what columns hold.

alter table announcement rename to announcement_before;
alter table announcement_before rename constraint announcement_pkey to announcement_before_pkey;

create table announcement (
    viewer_key  bigint  not null,
    kind        text    not null,
    channel_key bigint  not null default 0,
    name        text    not null,
    threshold   integer not null default 0,
    night       bigint  not null default 0,
    tier        text,
    happened_at bigint  not null,
    precision   text    not null,
    recorded_at bigint  not null,
    position    bigint  generated always as identity,
    primary key (viewer_key, kind, channel_key, name, threshold, night)
);
comment on table announcement is 'What viewers have achieved, recorded once and never changed; it may outlive the facts behind it.';
comment on column announcement.kind is 'milestone, badge or rank.';
comment on column announcement.channel_key is 'The channel of a badge or a rank; 0 for the whole deployment.';
comment on column announcement.name is 'The measure of a milestone, the code of a badge, the metric of a rank.';
comment on column announcement.threshold is 'The threshold of a milestone, the percentage of a rank; 0 for a badge.';
comment on column announcement.night is 'The instant of the ranking that found a rank, which may be reached again; 0 for other kinds.';
comment on column announcement.happened_at is 'Microseconds since 1970.';

insert into announcement (viewer_key, kind, channel_key, name, threshold, night, tier, happened_at, precision, recorded_at)
select viewer_key, kind, channel_key, name, threshold, night, tier, happened_at, precision, recorded_at
from (
    select viewer_key, 'milestone' as kind, 0 as channel_key, measure as name, threshold, 0 as night, tier,
        achieved_at as happened_at, precision, recorded_at, position
    from announcement_before
    union all
    select viewer_key, 'badge', channel_key, badge, 0, 0, null, unlocked_at, precision, recorded_at, position
    from badge_unlocked
    union all
    select viewer_key, 'rank', channel_key, metric, top_percent, as_of, null, as_of, 'instant', as_of, position
    from percentile_ranked) before
order by recorded_at, kind, position
on conflict do nothing;

drop table announcement_before, badge_unlocked, percentile_ranked;

alter table standings rename column rests_until to cooldown_until;
alter table standings rename column anew_on to rebuilt_on;
alter table standings rename column night_watch_time to baseline_watch_time;
alter table standings rename column night_messages to baseline_messages;
comment on column standings.baseline_watch_time is 'What the last nightly ranking found; null before the first.';

alter table fold_stamp rename to fold_version;
alter table viewer_statistics rename column stamp to fold_version;
alter table fold_version rename column stamp to number;
comment on table fold_version is 'Every pair of policies and version of the fold that has folded here.';
comment on column viewer_statistics.fold_version is 'The number in fold_version of what folded.';
