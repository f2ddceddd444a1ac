-- Agreements that had started by asOf; one without an end by then runs to it and is active.
create table agreements_to_date as
select
  student_id,
  mentor_id,
  starts_on,
  least(coalesce(ended_on, as_of), as_of) as ends_on,
  ended_on is null or ended_on > as_of as active,
  case when ended_on <= as_of then end_reason end as end_reason,
  coalesce(agreed_weeks, agreement_weeks) as agreed_weeks,
  extended_to
from agreements, settings
where starts_on <= as_of;
