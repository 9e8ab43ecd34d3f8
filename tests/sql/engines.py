# SPDX-License-Identifier: GPL-3.0-or-later
"""Three databases behind one door: run (script), rows (query), load (table, columns, rows).

Values come back as Python has them: int, float, Decimal as float, str or None.
"""
import atexit
import ctypes
import json
import os
import pathlib
import shutil
import signal
import sqlite3
import subprocess
import tempfile
import time


class Missing(Exception):
    """The database is not on this machine."""


def identifier(name):
    return '"' + name.replace('"', '""') + '"'


def literal(value):
    if value is None:
        return "NULL"
    if isinstance(value, str):
        return "'" + value.replace("'", "''") + "'"
    return str(value)


class Engine:
    def load(self, table, columns, rows):
        """Makes @table new; @columns: (name, type)."""
        kinds = ", ".join(f"{identifier(name)} {kind}" for name, kind in columns)
        names = ", ".join(identifier(name) for name, _ in columns)
        script = [f"DROP TABLE IF EXISTS {table};", f"CREATE TABLE {table} ({kinds});"]
        for start in range(0, len(rows), 500):
            values = ",\n".join(
                "(" + ", ".join(map(literal, row)) + ")" for row in rows[start : start + 500]
            )
            script.append(f"INSERT INTO {table} ({names}) VALUES\n{values};")
        self.run("\n".join(script))

    def close(self):
        pass


class SQLite(Engine):
    dialect = "sqlite"

    def __init__(self):
        if sqlite3.sqlite_version_info < (3, 35):
            raise Missing(f"SQLite {sqlite3.sqlite_version} is older than 3.35")
        self.connection = sqlite3.connect(":memory:", isolation_level=None)

    def run(self, script):
        self.connection.executescript(script)

    def rows(self, query):
        cursor = self.connection.execute(query)
        names = [column[0] for column in cursor.description]
        return [dict(zip(names, row)) for row in cursor]


class DuckDB(Engine):
    """The C interface of libduckdb.so."""

    dialect = "duckdb"

    def __init__(self, library):
        if not pathlib.Path(library).exists():
            raise Missing(f"{library} is not there; ./dev test fetches it")
        self.api = ctypes.CDLL(str(library))
        self.api.duckdb_result_error.restype = ctypes.c_char_p
        self.api.duckdb_value_varchar.restype = ctypes.c_void_p
        self.api.duckdb_value_varchar.argtypes = [ctypes.c_void_p, ctypes.c_uint64, ctypes.c_uint64]
        self.api.duckdb_free.argtypes = [ctypes.c_void_p]
        self.database, self.connection = ctypes.c_void_p(), ctypes.c_void_p()
        assert self.api.duckdb_open(None, ctypes.byref(self.database)) == 0
        assert self.api.duckdb_connect(self.database, ctypes.byref(self.connection)) == 0
        self.run("SET threads = 2; SET TimeZone = 'UTC';")

    def query(self, text):
        """What stands in the first row and column, as text."""
        result = (ctypes.c_void_p * 16)()
        status = self.api.duckdb_query(self.connection, text.encode(), ctypes.byref(result))
        try:
            if status != 0:
                raise RuntimeError(self.api.duckdb_result_error(ctypes.byref(result)).decode())
            pointer = self.api.duckdb_value_varchar(ctypes.byref(result), 0, 0)
            value = ctypes.string_at(pointer).decode() if pointer else None
            self.api.duckdb_free(pointer)
            return value
        finally:
            self.api.duckdb_destroy_result(ctypes.byref(result))

    def run(self, script):
        self.query(script)

    def rows(self, query):
        text = self.query(f"SELECT CAST(to_json(list(t)) AS VARCHAR) FROM ({query}) AS t")
        return json.loads(text) if text is not None else []

    def close(self):
        self.api.duckdb_disconnect(ctypes.byref(self.connection))
        self.api.duckdb_close(ctypes.byref(self.database))


class PostgreSQL(Engine):
    """A server of our own, for a socket in a folder that nobody else can enter."""

    dialect = "postgresql"

    def __init__(self):
        self.server = None
        self.bin = self.find()
        self.folder = pathlib.Path(tempfile.mkdtemp(prefix="salesmap-pg-"))
        atexit.register(self.close)
        self.user = self.choose_user()
        self.start()

    @staticmethod
    def find():
        folders = sorted(pathlib.Path("/usr/lib/postgresql").glob("*/bin/postgres"))
        found = folders[-1] if folders else shutil.which("postgres")
        if not found or not shutil.which("psql"):
            raise Missing("there is no PostgreSQL; its Debian package is postgresql")
        return pathlib.Path(found).parent

    def choose_user(self):
        """The server refuses to run as root."""
        if os.getuid() != 0:
            return []
        shutil.chown(self.folder, "nobody", "nogroup")
        return ["--reuid=nobody", "--regid=nogroup", "--clear-groups"]

    def command(self, program, *words):
        path = self.bin / program
        # also where this test is killed
        return ["setpriv", *self.user, "--pdeathsig=INT", str(path), *map(str, words)]

    def start(self):
        data = self.folder / "data"
        options = ["-A", "trust", "-U", "tester", "-E", "UTF8", "--locale=C.UTF-8"]
        subprocess.run(
            self.command("initdb", "-D", data, "--no-sync", "--no-instructions", *options),
            check=True, stdout=subprocess.DEVNULL, cwd="/",
        )
        settings = {
            "listen_addresses": "", "unix_socket_directories": self.folder, "fsync": "off",
            "full_page_writes": "off", "synchronous_commit": "off", "autovacuum": "off",
            "shared_buffers": "32MB", "jit": "off", "TimeZone": "UTC",
        }
        words = [word for key, value in settings.items() for word in ("-c", f"{key}={value}")]
        self.log = open(self.folder / "log", "wb")
        self.server = subprocess.Popen(
            self.command("postgres", "-D", data, *words), stderr=self.log, stdout=self.log, cwd="/"
        )
        end = time.monotonic() + 30
        while not (self.folder / ".s.PGSQL.5432").exists() or not self.answers():
            if self.server.poll() is not None or time.monotonic() > end:
                raise RuntimeError((self.folder / "log").read_text())
            time.sleep(0.05)

    def psql(self, script, check=True):
        return subprocess.run(
            ["psql", "-X", "-q", "-t", "-A", "-v", "ON_ERROR_STOP=1", "-h", self.folder,
             "-U", "tester", "-d", "postgres", "-f", "-"],
            input=script.encode(), capture_output=True, env={**os.environ, "PGTZ": "UTC"},
        )

    def answers(self):
        return self.psql("SELECT 1;").returncode == 0

    def run(self, script):
        done = self.psql("SET client_min_messages = warning;\n" + script)
        if done.returncode != 0:
            raise RuntimeError(done.stderr.decode())
        return done.stdout.decode()

    def rows(self, query):
        return json.loads(self.run(f"SELECT COALESCE(json_agg(t), '[]') FROM ({query}) AS t;"))

    def close(self):
        if self.server is not None and self.server.poll() is None:
            self.server.send_signal(signal.SIGINT)
            self.server.wait(20)
        self.server = None
        shutil.rmtree(self.folder, ignore_errors=True)


def open_engine(name, build):
    """@build: the folder in which `./dev test` puts DuckDB."""
    if name == "sqlite":
        return SQLite()
    if name == "postgresql":
        return PostgreSQL()
    return DuckDB(pathlib.Path(build) / "duckdb" / "libduckdb.so")
