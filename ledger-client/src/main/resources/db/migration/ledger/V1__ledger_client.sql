-- Tables of the ledger client. Versions 1 to 99 of the schema history are its own; the program around it starts at 100.

create table ledger_operation (
    id                uuid primary key,
    owner             text not null,
    msp_id            text not null,
    subject           text not null,
    function          text not null,
    arguments         text[] not null,
    kind              text not null,
    record_id         text not null,
    creates           boolean not null,
    tag               text,
    mac               text,
    state             text not null check (state in ('PENDING', 'VALID', 'INVALID', 'UNKNOWN', 'REFUSED')),
    answer            text,
    failure_stage     text,
    failure_code      text,
    failure_rule      text,
    failure_text      text,
    receipt_tx_id     text,
    created_at        timestamptz not null,
    check ((tag is null) = (mac is null))
);

-- While a command may still commit, the same command is the same operation.
create unique index ledger_operation_twin on ledger_operation (msp_id, tag, mac)
    where state in ('PENDING', 'UNKNOWN') and tag is not null;
create index ledger_operation_open on ledger_operation (owner, created_at) where state in ('PENDING', 'UNKNOWN');
create index ledger_operation_record on ledger_operation (kind, record_id);

create table ledger_attempt (
    tx_id             text primary key,
    operation_id      uuid not null references ledger_operation (id),
    n                 int not null,
    state             text not null check (state in ('STARTED', 'SEALED', 'VALID', 'INVALID', 'UNSENT')),
    envelope          bytea,
    code              int,
    block             bigint,
    unique (operation_id, n)
);

create table ledger_checkpoint (
    name              text primary key,
    block             bigint not null,
    hash              bytea not null
);
