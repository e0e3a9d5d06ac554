-- What the scorer has seen of the ledger, and the scores that are due. All of it follows from the blocks, the columns
-- "command", "refusal", "issued_at" and "outcome" excepted.

-- The model in use for each purpose that ever had one; empty: none now.
create table model_in_use (
    purpose           text primary key,
    model             text not null
);

-- A grievance as a model may know it, at its last event.
create table grievance (
    id                text primary key,
    opened_at         timestamptz not null,
    department        text not null,            -- that it was dispatched to; empty before
    hand_overs        int not null,
    overdues          int not null default 0,   -- declarations that a clock is overdue
    seq               bigint not null,
    live              boolean not null,         -- a clock runs, or a document is waited for
    ended             boolean not null,         -- no clock runs or is paused, and nothing is waited for
    at                timestamptz not null,
    fields            text not null             -- JSON by the schema "grievance"
);

-- One row for each model, grievance and event that is to have a score. The score itself is not here: it is private,
-- and follows from fields and model.
create table due_score (
    number            bigint generated always as identity,
    purpose           text not null,
    model             text not null,
    grievance         text not null,
    seq               bigint not null,
    at                timestamptz not null,
    fields            text not null,
    state             text not null default 'DUE' check (state in ('DUE', 'ISSUED', 'REFUSED')),
    command           text,                     -- as it was first sent
    score             text,                     -- id of the record on the ledger
    refusal           text,
    issued_at         timestamptz,              -- when it was seen on the ledger
    outcome           text check (outcome in ('YES', 'NO', 'NONE')),    -- of a record that has ended, once told
    primary key (model, grievance, seq)
);
create index due_score_due on due_score (purpose, grievance, number) where state = 'DUE';
create index due_score_line on due_score (purpose, grievance, number);
create index due_score_at on due_score (model, at);

-- Weeks in which a model was found to have drifted: each is reported once, also if the model comes into use again.
create table drift_report (
    model             text not null,
    monday            date not null,
    primary key (model, monday)
);
