-- Weekdays on which the school was open, from the first agreement to asOf. With no terms in the calendar every
-- weekday outside holidays and closures counts.
create table school_days as
with span as (
  select min(starts_on) as first_day, (select as_of from settings) as last_day from agreements
),
days as (
  select cast(unnest(generate_series(first_day, last_day, interval 1 day)) as date) as day
  from span
  where first_day <= last_day
)
select day, date_trunc('week', day)::date as week
from days
where isodow(day) <= 5
  and not exists (
    select 1 from calendar where kind in ('holiday', 'closure') and day between starts_on and ends_on
  )
  and (
    not exists (select 1 from calendar where kind = 'term')
    or exists (select 1 from calendar where kind = 'term' and day between starts_on and ends_on)
  );
