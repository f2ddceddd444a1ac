-- One row a meeting planned or held by asOf, with the day it was held on, or else planned for. One that was put off and
-- held after asOf has no status yet.
create table meetings_to_date as
with dated as (
  select *, case when status = 'held' then coalesce(held_on, planned_on) end as held_day
  from meetings
)
select
  student_id,
  planned_on,
  case when held_day <= as_of then held_day else planned_on end as day,
  case when held_day is null or held_day <= as_of then status end as status
from dated
cross join settings
where planned_on <= as_of or held_day <= as_of;
