with home as (
    select viewer_key, zone, at as since, lead(at) over zones as until, row_number() over zones as number,
        count(*) over (partition by viewer_key) as homes
    from streakline.fact where type = 6 and not withdrawn
    window zones as (partition by viewer_key order by at)),
choice as (
    select distinct on (viewer_key) viewer_key, listed
    from streakline.fact where type = 4 and not withdrawn order by viewer_key, at desc),
title as (
    select distinct on (title_key) title_key, runtime_seconds, channel.channel_key
    from streakline.title_fact left join streakline.channel on channel.name = title_fact.channel
    where not withdrawn order by title_key, at desc, source desc, id desc),
life as (
    select fact.viewer_key, coalesce(fact.channel_key, title.channel_key) as channel_key, fact.type, fact.kind,
        coalesce(fact.bits, 0) as bits, fact.identity, fact.session,
        coalesce(fact.seconds, title.runtime_seconds, 0) as seconds,
        case when fact.seconds is null then coalesce(title.runtime_seconds, 0) else 0 end as estimated,
        (to_timestamp(fact.at / 1000000.0) at time zone coalesce(home.zone, 'UTC'))::date as day
    from streakline.fact
        left join title using (title_key)
        left join home on home.viewer_key = fact.viewer_key and (home.number = 1 or home.since <= fact.at)
            and (home.until is null or fact.at < home.until)
    where fact.type in (1, 2) and not fact.withdrawn),
today as (
    select viewer.viewer_key, (:now::timestamptz at time zone coalesce(home.zone, 'UTC'))::date as day
    from streakline.viewer
        left join home on home.viewer_key = viewer.viewer_key
            and (home.until is null or to_timestamp(home.until / 1000000.0) > :now::timestamptz)
            and (home.number = 1 or to_timestamp(home.since / 1000000.0) <= :now::timestamptz)),
totals as (
    select viewer_key, channel_key,
        count(distinct coalesce('s' || session, identity::text)) filter (where type = 1) as sessions,
        coalesce(sum(seconds) filter (where type = 1), 0) as seconds,
        coalesce(sum(estimated) filter (where type = 1), 0) as estimated,
        count(*) filter (where kind = 'chat') as chat, count(*) filter (where kind = 'subscription') as subscriptions,
        count(*) filter (where kind = 'cheer') as cheers, count(*) filter (where kind = 'gift') as gifts,
        count(*) filter (where kind = 'raid') as raids, sum(bits) as bits,
        count(*) filter (where type = 2) as messages, min(day) as first_day
    from life where channel_key is not null group by 1, 2),
days as (
    select distinct viewer_key, channel_key, day from life where channel_key is not null),
islands as (
    select *, day - (row_number() over (partition by viewer_key, channel_key order by day))::integer as island from days),
longest as (
    select viewer_key, channel_key, max(length) as longest
    from (select viewer_key, channel_key, count(*) as length from islands group by 1, 2, island) runs group by 1, 2),
months as (
    select distinct on (viewer_key, channel_key) viewer_key, channel_key, to_char(month, 'YYYY-MM') as month, count as days
    from (select viewer_key, channel_key, date_trunc('month', day) as month, count(*) from days group by 1, 2, 3) counted
    order by viewer_key, channel_key, count desc, month desc),
activity as (
    select viewer_key, channel_key, count(*) as days,
        count(*) filter (where days.day > today.day - 30 and days.day <= today.day) as last30,
        count(*) filter (where days.day > today.day - 90 and days.day <= today.day) as last90,
        today.day as today
    from days join today using (viewer_key) group by viewer_key, channel_key, today.day),
by_time as (
    select viewer_key, channel_key, rank() over most as rank, count(*) over everybody as viewers,
        percent_rank() over least as percentile
    from totals left join choice using (viewer_key)
    where seconds > 0 and coalesce(listed, true)
    window most as (partition by channel_key order by seconds desc), least as (partition by channel_key order by seconds),
        everybody as (partition by channel_key)),
by_messages as (
    select viewer_key, channel_key, rank() over most as rank, count(*) over everybody as viewers,
        percent_rank() over least as percentile
    from totals left join choice using (viewer_key)
    where messages > 0 and coalesce(listed, true)
    window most as (partition by channel_key order by messages desc), least as (partition by channel_key order by messages),
        everybody as (partition by channel_key)),
plain as (
    select viewer_key,
        not exists (select from streakline.fact where fact.viewer_key = viewer.viewer_key and type = 3 and not withdrawn)
            and coalesce((select max(homes) from home where home.viewer_key = viewer.viewer_key), 1) = 1 as is_plain
    from streakline.viewer)
select viewer.name || ' on ' || channel.name as pair,
    concat_ws(' ', totals.sessions, totals.seconds, totals.estimated, chat, subscriptions, cheers, gifts, raids, bits,
        greatest(0, today - first_day + 1), activity.days, case when is_plain then longest::text else 'bridged' end,
        last30, last90, month, months.days,
        case when by_time.rank is null then 'none' else concat_ws('/', by_time.rank, by_time.viewers,
            ceil(100.0 * by_time.rank / by_time.viewers), case by_time.viewers when 1 then 'alone'
            else trunc((by_time.percentile * 100)::numeric, 2)::text end) end,
        case when by_messages.rank is null then 'none' else concat_ws('/', by_messages.rank, by_messages.viewers,
            ceil(100.0 * by_messages.rank / by_messages.viewers), case by_messages.viewers when 1 then 'alone'
            else trunc((by_messages.percentile * 100)::numeric, 2)::text end) end) as figures
from totals
    join longest using (viewer_key, channel_key)
    join months using (viewer_key, channel_key)
    join activity using (viewer_key, channel_key)
    join plain using (viewer_key)
    join streakline.viewer using (viewer_key)
    join streakline.channel using (channel_key)
    left join by_time using (viewer_key, channel_key)
    left join by_messages using (viewer_key, channel_key)
