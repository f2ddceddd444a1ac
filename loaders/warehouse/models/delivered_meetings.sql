-- One row a meeting of a mentee, planned or held by asOf, in the week of the day it was held on, or else planned for.
-- To come: it was put off, and is held after asOf.
create table delivered_meetings as
select
  row_number() over (order by student_id, day, planned_on, status) as meeting,
  student_id,
  day,
  date_trunc('week', day)::date as week,
  coalesce(status, 'to_come') as status,
  day in (select day from closed_days) as closed,
  exists (
    select 1
    from agreements_to_date
    where agreements_to_date.student_id = meetings_to_date.student_id and day between starts_on and ends_on
  ) as within_agreement
from meetings_to_date
where student_id in (select student_id from mentees);
