#!/bin/sh
# The first process of a sandbox: makes mounts only this sandbox sees, then lives as long as its standard
# input stays open. When the tests end or die, it ends, and with it every process and mount in here.
# usage: sandbox.sh ROOT MACHINE_FOLDER FIXTURES_FOLDER
set -e
root=${1%/}
mount --make-rprivate /
[ -z "$root" ] || mount --bind "$root" "$root"
mount --bind "$2" "$root/mnt"
mount --bind "$3" "$root/media"
mount -o remount,bind,ro "$root/media"
# Wine takes the roots Windows trusts from here, and drops all others at each start.
mount --bind "$3/trusted-roots" "$root/etc/ssl/certs"
# The machine's own Wine runs in the machine's own root: hide what a remover under test could harm.
[ -n "$root" ] || for folder in /home /root /srv; do mount -t tmpfs none "$folder"; done
# Only devices that do nothing: Wine would offer serial ports and disks to Windows programs.
mount -t tmpfs none "$root/tmp"
mkdir "$root/tmp/dev"
for device in null zero full random urandom tty; do
  touch "$root/tmp/dev/$device"
  mount --bind "/dev/$device" "$root/tmp/dev/$device"
done
mount --rbind "$root/tmp/dev" "$root/dev"
mount -t proc proc "$root/proc"
# From here on Wine can write to the machine's folder and to its own /tmp, nowhere else.
mount -o remount,bind,ro "${root:-/}"
echo ready
exec chroot "${root:-/}" cat
