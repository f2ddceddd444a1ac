-- Attendance of the year up to asOf of the students who have a page: by week from session marks where a student has any;
-- otherwise by period from totals, leaving out a period that lies within another. The two are never added up. late is
-- null where no file tells it. A first period may begin in late August.
create table student_attendance as
with marks as (
  select
    student_id,
    date_trunc('week', date)::date as starts_on,
    max(date) as ends_on,
    count(*) filter (category <> 'not_possible') as possible,
    count(*) filter (category in ('present', 'approved_educational_activity')) as attended,
    count(*) filter (mark in ('L', 'U')) as late,
    true as weekly
  from attendance_marks
  join student_list using (student_id)
  cross join settings
  where date between year_starts_on and as_of
  group by all
),
periods as (
  select student_id, period_start as starts_on, period_end as ends_on, possible, attended, late, false as weekly
  from attendance_totals
  join student_list using (student_id)
  cross join settings
  where period_start >= year_starts_on - 31
    and period_end between year_starts_on and as_of
    and student_id not in (select student_id from marks)
)
select * from marks where possible > 0
union all
select *
from periods
where possible > 0
  and not exists (
    select 1
    from periods as wider
    where wider.student_id = periods.student_id
      and wider.starts_on <= periods.starts_on
      and wider.ends_on >= periods.ends_on
      and (wider.starts_on, wider.ends_on) <> (periods.starts_on, periods.ends_on)
  );
