-- Per student on roll, subject and teacher: the newest review or predicted grade of the year, and its age in days. The
-- teachers are those who gave the newest grade; null where no file names them.
create table grade_ages as
with graded as (
  select student_id::varchar as student_id, subject::varchar as subject, review_date, teacher::varchar as teacher
  from reviews
  union
  select student_id::varchar, subject::varchar, review_date, teacher::varchar
  from predictions
  where kind = 'predicted'
),
newest as (
  select graded.*
  from graded
  join on_roll using (student_id)
  cross join settings
  where review_date between year_starts_on and as_of
  qualify rank() over (partition by student_id, subject order by review_date desc) = 1
)
select student_id, subject, teacher, review_date, as_of - review_date as age_days, review_date >= as_of - stale_days as fresh
from newest
cross join settings
where teacher is not null
  or (student_id, subject) not in (select (student_id, subject) from newest where teacher is not null);
