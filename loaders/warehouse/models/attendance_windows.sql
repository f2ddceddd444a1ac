-- Sessions possible and attended before the start and after it, in the windows of the reviews, of every student who is
-- looked at; and whether that is one whom the mentees are compared with. Session marks are used where a student has any; otherwise totals whose period lies within the window,
-- leaving out a period that lies within another of them. The two are never added up.
create table attendance_windows as
with spans as (
  select
    student_id,
    starts_on - baseline_days_before as before_from,
    starts_on - 1 as before_to,
    starts_on + greatest(1, 7 * minimum_weeks) as after_from,
    least(ends_on + follow_up_days_after, as_of) as after_to
  from windows
  cross join settings
),
sides as (
  select student_id, 'before' as side, before_from as first_day, before_to as last_day from spans
  union all
  select student_id, 'after', after_from, after_to from spans
),
marks as (
  select
    student_id,
    side,
    count(*) filter (category <> 'not_possible') as possible,
    count(*) filter (category in ('present', 'approved_educational_activity')) as attended
  from sides
  join attendance_marks using (student_id)
  where date between first_day and last_day
  group by student_id, side
),
periods as (
  select sides.student_id, side, period_start, period_end, possible, attended
  from sides
  join attendance_totals using (student_id)
  where period_start >= first_day
    and period_end <= last_day
    and student_id not in (select student_id from attendance_marks)
),
totals as (
  select student_id, side, sum(possible)::bigint as possible, sum(attended)::bigint as attended
  from periods
  where not exists (
    select 1
    from periods as wider
    where wider.student_id = periods.student_id
      and wider.side = periods.side
      and wider.period_start <= periods.period_start
      and wider.period_end >= periods.period_end
      and (wider.period_start, wider.period_end) <> (periods.period_start, periods.period_end)
  )
  group by student_id, side
),
counted as (
  select * from marks
  union all
  select * from totals
)
select
  student_id,
  coalesce(max(possible) filter (side = 'before'), 0) as possible_before,
  coalesce(max(attended) filter (side = 'before'), 0) as attended_before,
  coalesce(max(possible) filter (side = 'after'), 0) as possible_after,
  coalesce(max(attended) filter (side = 'after'), 0) as attended_after,
  student_id in (select student_id from comparison_windows) as beside
from counted
group by student_id;
