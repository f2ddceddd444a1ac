-- Every calendar week from the first agreement to asOf: days the school was open, and its meetings by what became of them.
create table delivery_weeks as
with span as (
  select date_trunc('week', min(starts_on))::date as first_week, max(as_of) as last_day
  from agreements_to_date, settings
),
weeks as (
  select cast(unnest(generate_series(first_week, last_day, interval 7 day)) as date) as week
  from span
  where first_week <= last_day
),
open as (
  select week, count(*) as school_days from school_days group by week
),
met as (
  select
    week,
    count(*) filter (status = 'held') as held,
    count(*) filter (status = 'missed_by_student') as missed_by_student,
    count(*) filter (status = 'missed_by_mentor') as missed_by_mentor,
    count(*) filter (status = 'cancelled') as cancelled,
    count(*) filter (status = 'to_come') as to_come
  from delivered_meetings
  group by week
)
select
  weeks.week,
  coalesce(school_days, 0) as school_days,
  coalesce(held, 0) as held,
  coalesce(missed_by_student, 0) as missed_by_student,
  coalesce(missed_by_mentor, 0) as missed_by_mentor,
  coalesce(cancelled, 0) as cancelled,
  coalesce(to_come, 0) as to_come
from weeks
left join open using (week)
left join met using (week);
