"""When /-/ready says that something is not well."""

from .places import env

LEAST_FREE_MB = env.int("LEAST_FREE_MB", default=200)  # below it the site counts as not ready
LATEST_WORK_S = 15 * 60  # how long past its time a task or a letter may wait
OLDEST_BACKUP_S = env.int("OLDEST_BACKUP_S", default=0)  # 0: nobody expects backups here
