/* SPDX-License-Identifier: GPL-3.0-or-later */

/* One process without threads is followed; x86-64 only, because a call is made to fail by
 * writing to its registers. */

#include "fault-trace.h"

#include <dirent.h>
#include <errno.h>
#include <fcntl.h>
#include <stddef.h>
#include <stdio.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/ptrace.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <sys/uio.h>
#include <sys/user.h>
#include <sys/wait.h>
#include <unistd.h>

#include <linux/ptrace.h>

#define STOPPED_IN_CALL (SIGTRAP | 0x80)
#define N_UNSAVED 16

typedef enum
{
  CREATE = 1 << 0,
  WRITE = 1 << 1,
  SYNC = 1 << 2,
  PLAIN_RENAME = 1 << 3,
  LINK = 1 << 4,
  UNLINK = 1 << 5,
  META = 1 << 6,
  CLOSE = 1 << 7,
  OPEN = 1 << 8,
  READ = 1 << 9,
  LOOK = 1 << 10,
  EXCHANGE = 1 << 11, /* or rename without replacing */
  RENAME = PLAIN_RENAME | EXCHANGE,
  ANY = (1 << 12) - 1
} Class;

static const struct
{
  long number;
  Class class;
  const char *name;
} calls[] = {
  { SYS_openat, OPEN, "open" },
  { SYS_read, READ, "read" },
  { SYS_write, WRITE, "write" },
  { SYS_fsync, SYNC, "fsync" },
  { SYS_renameat, PLAIN_RENAME, "renameat" },
  { SYS_renameat2, EXCHANGE, "renameat2" },
  { SYS_linkat, LINK, "linkat" },
  { SYS_unlinkat, UNLINK, "unlinkat" },
  { SYS_fchmod, META, "fchmod" },
  { SYS_fchown, META, "fchown" },
  { SYS_fsetxattr, META, "fsetxattr" },
  { SYS_close, CLOSE, "close" },
  { SYS_newfstatat, LOOK, "stat" },
  { SYS_faccessat2, LOOK, "access" },
};

/* Which operations an error can really come from. */
static const struct
{
  int errnum;
  guint classes;
} origins[] = {
  { ENOSPC, CREATE | WRITE | SYNC | RENAME | LINK | CLOSE | META },
  { EDQUOT, CREATE | WRITE | SYNC | RENAME | LINK | CLOSE | META },
  { EIO, ANY },
  { EACCES, CREATE | RENAME | LINK | UNLINK | OPEN },
  { EPERM, RENAME | LINK | UNLINK | META },
  { EROFS, CREATE | RENAME | LINK | UNLINK | META },
  { EINTR, CREATE | WRITE | SYNC | OPEN | READ },
  { EMFILE, CREATE | OPEN },
  { EINVAL, SYNC | RENAME },
  { EOPNOTSUPP, SYNC | LINK | META },
  { ENOSYS, EXCHANGE | LINK },
  { ESTALE, CREATE | WRITE | SYNC | RENAME | CLOSE | OPEN | READ },
};

typedef struct
{
  dev_t device;
  ino_t inode;
} File;

typedef struct
{
  pid_t pid;
  const char *folder;
  const Fault *fault;
  FaultResult *result;
  gboolean loaded; /* the program is, and stopped itself: calls before were not traced */
  gboolean watching;
  File unsaved[N_UNSAVED];
  guint n_unsaved;
  gboolean folder_unsaved;
  /* the call that runs */
  guint class;
  struct __ptrace_syscall_info call;
  int fake_errnum;
  gboolean kill_after;
} Trace;

static guint
origins_of (int errnum)
{
  for (gsize i = 0; i < G_N_ELEMENTS (origins); i++)
    if (origins[i].errnum == errnum)
      return origins[i].classes;
  g_assert_not_reached ();
}

static void
write_register (Trace *self, gsize offset, unsigned long value)
{
  g_assert (ptrace (PTRACE_POKEUSER, self->pid, offset, value) == 0);
}

static void
read_path (Trace *self, unsigned long address, char *path, gsize size)
{
  struct iovec here = { path, size - 1 };
  struct iovec there = { (void *) address, size - 1 };
  gssize n = process_vm_readv (self->pid, &here, 1, &there, 1, 0);

  path[MAX (n, 0)] = '\0';
}

static gboolean
stat_descriptor (Trace *self, int fd, struct stat *status)
{
  g_autofree char *path = g_strdup_printf ("/proc/%d/fd/%d", self->pid, fd);

  return stat (path, status) == 0;
}

/* The class of the call that begins, 0 for one of no interest. */
static guint
classify (Trace *self, const char **name)
{
  guint64 number = self->call.entry.nr;
  const guint64 *args = self->call.entry.args;
  gboolean by_descriptor;

  for (gsize i = 0; i < G_N_ELEMENTS (calls); i++)
    {
      if ((guint64) calls[i].number != number)
        continue;

      *name = calls[i].name;
      by_descriptor = (calls[i].class & (READ | WRITE | CLOSE)) != 0;
      if (by_descriptor && args[0] <= 2)
        return 0;
      if (calls[i].class == OPEN && (args[2] & O_CREAT) != 0)
        return CREATE;
      return calls[i].class;
    }
  return 0;
}

/* Before it opens the folder the program only gets ready. */
static void
start_watching (Trace *self)
{
  char path[4096];

  if (self->watching || self->call.entry.nr != SYS_openat)
    return;
  read_path (self, self->call.entry.args[1], path, sizeof path);
  self->watching = g_str_has_prefix (path, self->folder);
}

static void
forget_file (Trace *self, const struct stat *status)
{
  for (guint i = 0; i < self->n_unsaved; i++)
    if (self->unsaved[i].device == status->st_dev
        && self->unsaved[i].inode == status->st_ino)
      self->unsaved[i] = self->unsaved[--self->n_unsaved];
}

static void
note_file (Trace *self, const struct stat *status)
{
  forget_file (self, status);
  g_assert (self->n_unsaved < N_UNSAVED);
  self->unsaved[self->n_unsaved++] = (File) { status->st_dev, status->st_ino };
}

/* What a power cut would take, after the call that just succeeded. */
static void
account (Trace *self, gint64 value)
{
  int fd = self->class == CREATE ? (int) value : (int) self->call.entry.args[0];
  struct stat status;

  if (self->class & (RENAME | LINK | CREATE))
    self->folder_unsaved = TRUE;
  if ((self->class & (CREATE | WRITE | SYNC)) == 0
      || !stat_descriptor (self, fd, &status))
    return;

  if (self->class != SYNC)
    note_file (self, &status);
  else if (S_ISDIR (status.st_mode))
    self->folder_unsaved = FALSE;
  else
    forget_file (self, &status);
}

/* The worst of it: the name is on the disk, the bytes are not. */
static void
cut_power (Trace *self)
{
  DIR *listing = opendir (self->folder);
  struct dirent *entry;
  struct stat status;

  while ((entry = readdir (listing)) != NULL)
    for (guint i = 0; i < self->n_unsaved; i++)
      {
        g_autofree char *path = g_build_filename (self->folder, entry->d_name, NULL);

        if (lstat (path, &status) == 0
            && S_ISREG (status.st_mode)
            && status.st_ino == self->unsaved[i].inode)
          g_assert (truncate (path, 0) == 0);
      }
  closedir (listing);
}

static gboolean
is_eligible (Trace *self)
{
  switch (self->fault->kind)
    {
    case FAULT_NONE:
      return FALSE;
    case FAULT_TEAR:
      return self->class == WRITE;
    case FAULT_SHORT:
      return (self->class & (READ | WRITE)) != 0;
    case FAULT_ERROR:
      return (self->class & origins_of (self->fault->errnum)) != 0;
    case FAULT_ERRORS:
      return (self->class & origins_of (self->fault->errnum) & ~UNLINK) != 0;
    case FAULT_KILL:
    case FAULT_POWER:
    case FAULT_MEDDLE:
      return TRUE;
    }
  g_assert_not_reached ();
}

static gboolean
is_due (Trace *self)
{
  guint now = self->result->n_operations;

  if (!is_eligible (self))
    return FALSE;
  if (self->fault->kind == FAULT_ERRORS)
    return now >= self->fault->at;
  return now == self->fault->at || now == self->fault->at_too;
}

static void
strike (Trace *self)
{
  switch (self->fault->kind)
    {
    case FAULT_KILL:
    case FAULT_POWER:
      kill (self->pid, SIGKILL);
      break;
    case FAULT_ERROR:
    case FAULT_ERRORS:
      /* a descriptor is closed whatever close () says */
      self->fake_errnum = self->fault->errnum;
      if (self->class != CLOSE)
        write_register (self, offsetof (struct user_regs_struct, orig_rax), -1UL);
      break;
    case FAULT_TEAR:
      self->kill_after = TRUE;
      G_GNUC_FALLTHROUGH;
    case FAULT_SHORT:
      if (self->call.entry.args[2] > 1)
        write_register (self, offsetof (struct user_regs_struct, rdx),
                        self->call.entry.args[2] / 2);
      break;
    case FAULT_MEDDLE:
      self->fault->meddle (self->fault->data);
      break;
    case FAULT_NONE:
      break;
    }
}

static void
begin_call (Trace *self)
{
  const char *name = NULL;

  self->fake_errnum = 0;
  self->kill_after = FALSE;
  self->class = 0;
  start_watching (self);
  if (!self->watching)
    return;

  self->class = classify (self, &name);
  if (self->class == 0)
    return;

  self->result->n_operations++;
  if (self->class == CREATE && self->result->created == 0)
    self->result->created = self->result->n_operations;
  if (!is_due (self))
    return;
  if (!self->result->hit)
    self->result->operation = g_strdup (name);
  self->result->hit = TRUE;
  strike (self);
}

static void
end_call (Trace *self, gint64 value)
{
  if (self->fake_errnum != 0)
    write_register (self, offsetof (struct user_regs_struct, rax),
                    -(unsigned long) self->fake_errnum);
  else if (self->class != 0 && value >= 0)
    account (self, value);
  if (self->kill_after)
    kill (self->pid, SIGKILL);
}

static void
step (Trace *self)
{
  struct __ptrace_syscall_info info;

  if (ptrace (PTRACE_GET_SYSCALL_INFO, self->pid, sizeof info, &info) <= 0)
    return;

  if (info.op == PTRACE_SYSCALL_INFO_ENTRY)
    {
      self->call = info;
      begin_call (self);
    }
  else if (info.op == PTRACE_SYSCALL_INFO_EXIT)
    end_call (self, info.exit.rval);
}

static void
follow (Trace *self)
{
  int status, signal;

  for (;;)
    {
      g_assert (waitpid (self->pid, &status, 0) == self->pid);
      if (!WIFSTOPPED (status))
        break;

      signal = WSTOPSIG (status);
      if (signal == SIGSTOP)
        self->loaded = TRUE;
      if (signal == STOPPED_IN_CALL)
        step (self);
      if (signal == STOPPED_IN_CALL || signal == SIGTRAP || signal == SIGSTOP)
        signal = 0;
      ptrace (self->loaded ? PTRACE_SYSCALL : PTRACE_CONT, self->pid, 0, signal);
    }
  self->result->status = WIFEXITED (status) ? WEXITSTATUS (status) : -WTERMSIG (status);
}

static pid_t
start (const char * const *argv, int messages)
{
  pid_t pid = fork ();
  int status;

  g_assert (pid >= 0);
  if (pid == 0)
    {
      dup2 (messages, STDERR_FILENO);
      if (ptrace (PTRACE_TRACEME, 0, 0, 0) != 0)
        _exit (126);
      raise (SIGSTOP);
      execv (argv[0], (char **) argv);
      _exit (127);
    }

  g_assert (waitpid (pid, &status, 0) == pid);
  if (!WIFSTOPPED (status))
    return -1;
  g_assert (ptrace (PTRACE_SETOPTIONS, pid, 0, PTRACE_O_TRACESYSGOOD | PTRACE_O_EXITKILL)
            == 0);
  ptrace (PTRACE_CONT, pid, 0, 0);
  return pid;
}

static char *
read_messages (int fd)
{
  char buffer[2048];
  gssize n = pread (fd, buffer, sizeof buffer - 1, 0);

  return g_strndup (buffer, MAX (n, 0));
}

gboolean
fault_is_possible (void)
{
  const char * const argv[] = { "/bin/true", NULL };
  struct __ptrace_syscall_info info;
  pid_t pid = start (argv, STDERR_FILENO);
  gboolean possible;

  if (pid < 0)
    return FALSE;
  waitpid (pid, NULL, 0);
  possible = ptrace (PTRACE_GET_SYSCALL_INFO, pid, sizeof info, &info) > 0;
  kill (pid, SIGKILL);
  waitpid (pid, NULL, 0);
  return possible;
}

void
fault_run (const char * const *argv,
           const char *folder,
           const Fault *fault,
           FaultResult *result)
{
  int messages = memfd_create ("messages", MFD_CLOEXEC);
  Trace self = { .folder = folder, .fault = fault, .result = result };

  memset (result, 0, sizeof *result);
  self.pid = start (argv, messages);
  g_assert (self.pid > 0);
  follow (&self);

  if (fault->kind == FAULT_POWER)
    cut_power (&self);
  result->settled = self.n_unsaved == 0 && !self.folder_unsaved;
  result->message = read_messages (messages);
  close (messages);
}

void
fault_result_clear (FaultResult *result)
{
  g_clear_pointer (&result->operation, g_free);
  g_clear_pointer (&result->message, g_free);
}
