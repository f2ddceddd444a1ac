-- One row a mentor, of an agreement or with places in the staff list: mentees now, and the meetings that fell within an
-- agreement of the mentor. A meeting of a student who had two mentors on that day is in both rows.
create table mentor_delivery as
with mentors as (
  select mentor_id from agreements_to_date
  union
  select staff_id from staff where capacity > 0
),
mentees_of as (
  select mentor_id, count(distinct student_id) as mentees, count(distinct student_id) filter (active) as active
  from agreements_to_date
  group by mentor_id
),
met as (
  select distinct mentor_id, meeting, status
  from agreements_to_date
  join delivered_meetings using (student_id)
  where day between starts_on and ends_on
),
counted as (
  select
    mentor_id,
    count(*) filter (status = 'held') as held,
    count(*) filter (status = 'missed_by_student') as missed_by_student,
    count(*) filter (status = 'missed_by_mentor') as missed_by_mentor,
    count(*) filter (status = 'cancelled') as cancelled,
    count(*) filter (status = 'to_come') as to_come
  from met
  group by mentor_id
)
select
  mentor_id,
  coalesce(name, mentor_id) as name,
  role,
  capacity,
  coalesce(mentees, 0) as mentees,
  coalesce(active, 0) as active,
  coalesce(held, 0) as held,
  coalesce(missed_by_student, 0) as missed_by_student,
  coalesce(missed_by_mentor, 0) as missed_by_mentor,
  coalesce(cancelled, 0) as cancelled,
  coalesce(to_come, 0) as to_come
from mentors
left join staff on staff_id = mentor_id
left join mentees_of using (mentor_id)
left join counted using (mentor_id);
