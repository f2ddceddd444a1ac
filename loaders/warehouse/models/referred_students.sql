-- One row a student referred by asOf: the latest referral of the referrals file, of a mentee the latest that was made by
-- the start where there is one, or, for a student whom that file does
-- not name, of the agreements. What is dated after asOf is not known yet. referrals: how many there are.
create table referred_students as
with filed as (
  select student_id, referred_on, referred_by, reason, concern_subjects, invited_on, response, mentor_id, mentor_response
  from referrals, settings
  where referred_on <= as_of
),
agreed as (
  select
    student_id, referred_on, arg_min(referred_by, (starts_on, mentor_id)) as referred_by,
    arg_min(reason, (starts_on, mentor_id)) as reason,
    arg_min(concern_subjects, (starts_on, mentor_id)) as concern_subjects, min(mentor_id) as mentor_id
  from agreements, settings
  where starts_on <= as_of
    and coalesce(referred_on <= as_of, referred_by is not null or reason is not null)
    and student_id not in (select student_id from filed)
  group by student_id, referred_on
),
everything as (
  select * from filed
  union all by name
  select * from agreed
),
volunteers as (
  select student_id, bool_or(volunteer) as volunteer from agreements, settings where starts_on <= as_of group by student_id
)
select
  everything.student_id,
  referred_on,
  referred_by,
  reason,
  concern_subjects,
  case when invited_on <= as_of then invited_on end as invited_on,
  case when coalesce(invited_on <= as_of, true) then response end as response,
  mentor_id,
  case when coalesce(invited_on <= as_of, true) then mentor_response end as mentor_response,
  volunteer,
  mentees.student_id is not null as paired,
  everything.student_id in (select student_id from measured_mentees) as measured,
  count(*) over (partition by everything.student_id) as referrals
from everything
left join mentees using (student_id)
left join volunteers using (student_id)
cross join settings
qualify row_number() over (
  partition by everything.student_id
  order by coalesce(referred_on <= starts_on, false) desc, referred_on desc nulls last, everything.invited_on desc nulls last, everything.reason nulls last, everything.referred_by nulls last, response nulls last, mentor_response nulls last,
    everything.mentor_id nulls last, concern_subjects nulls last
) = 1;
