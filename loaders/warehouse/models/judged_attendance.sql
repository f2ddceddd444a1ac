-- Per judgement: possible and attended sessions of the academic year up to the day, those late, and the same of the last
-- 28 days and of the 28 days before. Session marks are used where a student has any; otherwise totals, leaving out a
-- period that lies within another. The two are never added up. late is null where no file tells it. A first period may
-- begin in late August.
create table judged_attendance as
with marks as (
  select
    student_id,
    day,
    count(*) filter (category <> 'not_possible') as possible,
    count(*) filter (category in ('present', 'approved_educational_activity')) as attended,
    count(*) filter (mark in ('L', 'U')) as late,
    max(date) as latest,
    count(*) filter (category <> 'not_possible' and date > day - 28) as possible_lately,
    count(*) filter (category in ('present', 'approved_educational_activity') and date > day - 28) as attended_lately,
    count(*) filter (category <> 'not_possible' and date between day - 55 and day - 28) as possible_before,
    count(*) filter (
      category in ('present', 'approved_educational_activity') and date between day - 55 and day - 28
    ) as attended_before
  from judgements
  join attendance_marks using (student_id)
  where date between year_starts_on and day
  group by student_id, day
),
periods as (
  select student_id, day, period_start, period_end, possible, attended, late
  from judgements
  join attendance_totals using (student_id)
  where period_start >= year_starts_on - 31
    and period_end between year_starts_on and day
    and student_id not in (select student_id from attendance_marks)
),
totals as (
  select
    student_id,
    day,
    sum(possible)::bigint as possible,
    sum(attended)::bigint as attended,
    case when count(*) = count(late) then sum(late)::bigint end as late,
    max(period_end) as latest,
    coalesce(sum(possible) filter (period_start > day - 28), 0)::bigint as possible_lately,
    coalesce(sum(attended) filter (period_start > day - 28), 0)::bigint as attended_lately,
    coalesce(sum(possible) filter (period_start >= day - 55 and period_end <= day - 28), 0)::bigint as possible_before,
    coalesce(sum(attended) filter (period_start >= day - 55 and period_end <= day - 28), 0)::bigint as attended_before
  from periods
  where not exists (
    select 1
    from periods as wider
    where wider.student_id = periods.student_id
      and wider.day = periods.day
      and wider.period_start <= periods.period_start
      and wider.period_end >= periods.period_end
      and (wider.period_start, wider.period_end) <> (periods.period_start, periods.period_end)
  )
  group by student_id, day
)
select * from marks
union all
select * from totals;
