-- Records as the blocks left them. Everything here but record_alarm is written from blocks alone and can be made again
-- from block 0; record_alarm then follows from it.

create table record (
    kind              text not null,
    id                text not null,
    seq               bigint not null,
    state             text not null,
    owner_org         text not null,
    handling_org      text,
    handling_dept     text,
    town_code         text,
    created_block     bigint not null,
    changed_block     bigint not null,
    changed_at        timestamptz not null,
    header            text not null,
    primary key (kind, id)
);
create index record_newest on record (kind, created_block desc, id desc);
create index record_changed on record (kind, changed_at);

create table record_event (
    kind              text not null,
    id                text not null,
    seq               bigint not null,
    tx_id             text not null,
    block             bigint not null,
    event             text not null,
    primary key (kind, id, seq)
);

create table record_overlay (
    kind              text not null,
    id                text not null,
    name              text not null,
    value             text not null,
    primary key (kind, id, name)
);

create table record_clock (
    kind              text not null,
    id                text not null,
    name              text not null,
    n                 int not null,
    state             text not null,
    due_at            timestamptz not null,
    provisional       boolean not null,
    resident_window   boolean not null,
    primary key (kind, id, name, n)
);
create index record_clock_due on record_clock (due_at) where state = 'RUNNING';

create table record_link (
    kind              text not null,
    id                text not null,
    rel               text not null,
    to_kind           text not null,
    to_id             text not null,
    primary key (kind, id, rel, to_kind, to_id)
);
create index record_link_target on record_link (to_kind, to_id);

-- Keys of the world state that are no records: policies, pointers, slots.
create table ledger_entry (
    key               text primary key,
    value             text not null
);

-- Every transaction of the county's chaincode, valid or not; kind and record_id of the record that it is about.
create table ledger_transaction (
    tx_id             text primary key,
    block             bigint not null,
    code              int not null,
    at                timestamptz not null,
    client_org        text not null,
    endorsers         text[] not null,
    kind              text,
    record_id         text,
    seq               bigint
);

-- When a timer is to look at a record next, and how often it was refused since the record last changed.
create table record_alarm (
    kind              text not null,
    id                text not null,
    rings_at          timestamptz not null,
    failures          int not null,
    primary key (kind, id)
);
create index record_alarm_next on record_alarm (rings_at);
