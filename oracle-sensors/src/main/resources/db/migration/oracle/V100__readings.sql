-- What the oracle has taken, and how far it has brought it to the ledger.

-- One row for each datastream that was ever fed; whoever adds readings or builds a batch locks it.
create table datastream (
    id                text primary key,
    closed_before     bigint not null,      -- windows with smaller numbers are in a batch: no more readings
    arrived_at        timestamptz           -- of the last live readings
);

-- A signed reading is never changed and never deleted: it is the proof behind a window's root.
create table reading (
    datastream        text not null references datastream (id),
    window_number     bigint not null,
    at_micros         bigint not null,      -- phenomenon time, microseconds since 1970 UTC
    sensor            text not null,
    milli             bigint not null,
    cose              bytea not null,
    primary key (datastream, window_number, at_micros, sensor)
);

-- The last counter of each sensor's messages. The adapter reserves its counters in blocks.
create table sensor_counter (
    sensor            text primary key,
    counter           bigint not null
);

create table backfill (
    sha256            text primary key,
    datastream        text not null references datastream (id),
    sequence          bigint generated always as identity,
    state             text not null check (state in ('RUNNING', 'COMPLETE', 'FAILED')),
    content           bytea,                -- until it has ended
    received_at       timestamptz not null, -- decides what of it was still in the future
    readings          bigint not null default 0,
    missing           bigint not null default 0,
    windows           bigint not null default 0,
    transactions      bigint not null default 0,
    exceedances       bigint not null default 0,
    refused           text not null,        -- JSON: reason to number
    started           boolean not null default false,
    problem           text
);
create index backfill_running on backfill (datastream, sequence) where state = 'RUNNING';

-- A batch is stored before it is submitted, so that after a crash the same bytes are submitted again.
create table batch (
    datastream        text not null references datastream (id),
    first_window      bigint not null,
    last_window       bigint not null,
    ingest            text not null check (ingest in ('LIVE', 'BACKFILL')),
    backfill          text references backfill (sha256),
    readings          bigint not null,
    missing           bigint not null,
    exceedances       bigint not null,
    command           text,                 -- until it is committed
    tx_id             text,                 -- once it is committed
    primary key (datastream, first_window),
    check ((command is null) <> (tx_id is null))
);
create unique index batch_prepared on batch (datastream) where tx_id is null;
