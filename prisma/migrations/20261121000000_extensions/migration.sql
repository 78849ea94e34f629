-- pgvector holds faces and embeddings; start is refused before this line when the server has none or an old one.
CREATE EXTENSION IF NOT EXISTS vector;

-- A UUID that sorts by time (RFC 9562, version 7): 48 bits of milliseconds over a random version 4. PostgreSQL 15 to 17
-- have none of their own.
CREATE FUNCTION uuid_v7() RETURNS uuid LANGUAGE sql VOLATILE PARALLEL SAFE AS $$
  SELECT encode(
    set_bit(
      set_bit(
        overlay(
          uuid_send(gen_random_uuid())
          PLACING substring(int8send((extract(epoch FROM clock_timestamp()) * 1000)::bigint) FROM 3)
          FROM 1 FOR 6
        ),
        52, 1
      ),
      53, 1
    ),
    'hex'
  )::uuid
$$;
