-- Weekdays on which the school was not open, from the first agreement to asOf, and why: a closure within a holiday
-- belongs to the holiday, and a day that no line of the calendar holds is outside every term.
create table closed_days as
with span as (
  select min(starts_on) as first_day, max(as_of) as last_day from agreements_to_date, settings
),
days as (
  select cast(unnest(generate_series(first_day, last_day, interval 1 day)) as date) as day
  from span
  where first_day <= last_day
)
select
  day,
  coalesce(min(kind) filter (kind = 'holiday'), min(kind), 'outside term') as kind,
  coalesce(min(label) filter (kind = 'holiday'), min(label) filter (kind = 'closure')) as label
from days
left join calendar on kind in ('holiday', 'closure') and day between calendar.starts_on and calendar.ends_on
where isodow(day) <= 5 and day not in (select day from school_days)
group by day;
