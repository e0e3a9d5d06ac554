-- Where departments' systems are told what happens. block, tx_index and event_index are the place of the last event that
-- was taken there; a process that delivers holds the row until leased_until.
create table webhook (
    id                uuid primary key,
    msp_id            text not null,
    department        text not null,
    url               text not null,
    topics            text[] not null,
    town_code         text,
    state             text not null,
    block             bigint not null,
    tx_index          int not null,
    event_index       int not null,
    failures          int not null,
    trouble           text,
    next_try_at       timestamptz not null,
    leased_until      timestamptz not null,
    created_at        timestamptz not null
);
create index webhook_owner on webhook (msp_id, department, created_at);
