-- What a department handles, for its inbox.
create index record_handling on record (handling_org, handling_dept);
