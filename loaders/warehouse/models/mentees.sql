-- One row a mentee. Several agreements make one time on the programme: from the first start to the last end.
-- Where two ended on that day, completed stands. Weeks are the calendar weeks that hold at least one school day within
-- an agreement.
create table mentees as
with span as (
  select
    student_id,
    min(starts_on) as starts_on,
    max(ends_on) as ends_on,
    bool_or(active) as active,
    arg_max_null(
      end_reason, (ends_on, coalesce(end_reason = 'completed', false), starts_on, mentor_id)
    ) as end_reason,
    count(*) as agreements
  from agreements_to_date
  group by student_id
),
weeks as (
  select student_id, count(distinct week) as weeks
  from agreements_to_date
  join school_days on day between starts_on and ends_on
  group by student_id
)
select
  span.*,
  coalesce(weeks, 0) as weeks,
  not active and coalesce(end_reason, 'other') <> 'completed' and coalesce(weeks, 0) < quick_leaver_weeks as quick_leaver
from span
left join weeks using (student_id)
cross join settings;
