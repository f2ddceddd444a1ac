-- Possible and attended sessions in the programme's year up to asOf. Session marks are used where a student has any;
-- otherwise totals, leaving out a period that lies within another. The two are never added up. A first period may begin
-- in late August.
create table attendance_to_date as
with marks as (
  select
    student_id,
    count(*) filter (category <> 'not_possible') as possible,
    count(*) filter (category in ('present', 'approved_educational_activity')) as attended,
    max(date) as latest
  from attendance_marks
  cross join settings
  where date between year_starts_on and as_of
  group by student_id
),
periods as (
  select attendance_totals.*
  from attendance_totals
  cross join settings
  where period_start >= year_starts_on - 31 and period_end between year_starts_on and as_of
),
totals as (
  select student_id, sum(possible)::bigint as possible, sum(attended)::bigint as attended, max(period_end) as latest
  from periods
  where not exists (
    select 1
    from periods as wider
    where wider.student_id = periods.student_id
      and wider.period_start <= periods.period_start
      and wider.period_end >= periods.period_end
      and (wider.period_start, wider.period_end) <> (periods.period_start, periods.period_end)
  )
  group by student_id
)
select * from marks
union all
select * from totals where student_id not in (select student_id from marks);
