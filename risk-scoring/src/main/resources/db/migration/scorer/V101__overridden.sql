-- Whether an officer set the score aside, as far as blocks were read since this column is there.
alter table due_score add overridden boolean not null default false;
