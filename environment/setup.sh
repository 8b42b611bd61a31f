# Sourced by the commands beside it: checks the machine, then makes .venv, the kernel and the build.
# Everything lands in the checkout, except what Maven keeps in its own cache (~/.m2).
set -euo pipefail
root=$(CDPATH='' cd -- "$(dirname -- "${BASH_SOURCE[0]}")/.." && pwd -P)
cd "$root"
python=.venv/bin/python
problems=0

problem() {
  echo "environment: $*" >&2
  problems=1
}

stop_on_problems() { [ "$problems" -eq 0 ] || exit 2; }

# packages <for apt> <for brew>: how to get what is missing.
packages() {
  if [ "$(uname)" = Darwin ]; then echo "brew install $2"; else echo "apt-get install $1, or your system's equivalent"; fi
}

# at_least <wanted> <found>, as dotted numbers
at_least() {
  [ "$(printf '%s\n' "$1" "$2" | sort -t. -k1,1n -k2,2n -k3,3n | head -n 1)" = "$1" ]
}

# What the user's shell exports must not change a number, a label or where files go.
neutralise() {
  # Behind a proxy Maven may need these options; a kernel does not.
  maven_java_options=${JAVA_TOOL_OPTIONS-}
  unset JAVA_TOOL_OPTIONS _JAVA_OPTIONS JDK_JAVA_OPTIONS CLASSPATH PIP_TARGET PIP_PREFIX CDPATH
  unset ${!PYTHON@} ${!JUPYTER_@} ${!IPYTHON@} ${!JJAVA_@}
  local locale
  export LC_ALL=C
  for locale in en_US.UTF-8 C.UTF-8; do
    if [ "$(LC_ALL=$locale locale charmap 2>/dev/null)" = UTF-8 ]; then LC_ALL=$locale; fi
  done
  export PYTHONNOUSERSITE=1 PYTHONUTF8=1 PIP_USER=0
  export JUPYTER_CONFIG_DIR=$root/.venv/jupyter/config JUPYTER_DATA_DIR=$root/.venv/jupyter/data
  export JUPYTER_RUNTIME_DIR=$root/.venv/jupyter/runtime IPYTHONDIR=$root/.venv/jupyter/ipython
  export JUPYTER_PREFER_ENV_PATH=1 XDG_CACHE_HOME=$root/.venv/cache
}

check_writable() {
  if ! mkdir -p target 2>/dev/null || ! [ -w . ] || ! [ -w target ]; then
    problem "$root cannot be written to: use a checkout of your own, outside read-only folders"
  fi
}

java_property() { sed -n "s/^ *$1 = //p" <<<"$java_settings"; }

# One Java for Maven and for the kernel: JAVA_HOME if set, else the one on PATH.
check_java() {
  local java version get
  get=$(packages openjdk-17-jdk-headless openjdk)
  if [ -n "${JAVA_HOME-}" ]; then
    java=$JAVA_HOME/bin/java
    [ -x "$java" ] || { problem "JAVA_HOME is $JAVA_HOME, where there is no bin/java: point it at a JDK or unset it"; return; }
  elif ! java=$(command -v java); then
    problem "java not found: a JDK, 17 or newer, is needed ($get)"
    return
  fi
  java_settings=$("$java" -XshowSettings:properties -version 2>&1) \
    || { problem "$java does not run: a JDK, 17 or newer, is needed ($get)"; return; }
  version=$(java_property java.specification.version)
  if ! at_least 17 "${version:-0}"; then
    problem "$java is Java ${version:-of an unknown version}: a JDK, 17 or newer, is needed ($get; then set JAVA_HOME)"
    return
  fi
  JAVA_HOME=$(java_property java.home)
  if ! [ -x "$JAVA_HOME/bin/javac" ] || ! "$java" --list-modules | grep '^jdk\.jshell' >/dev/null; then
    problem "$java belongs to a runtime without compiler or jshell: a full JDK is needed ($get)"
    return
  fi
  export JAVA_HOME PATH="$JAVA_HOME/bin:$PATH"
  check_fonts
}

check_fonts() {
  [ "$(uname)" = Linux ] || return 0
  java -Djava.awt.headless=true -Duser.home="$root/target" environment/Fonts.java >/dev/null 2>&1 \
    || problem "Java finds no fonts for the charts ($(packages 'fontconfig fonts-dejavu-core' fontconfig))"
}

maven() { env ${maven_java_options:+"JAVA_TOOL_OPTIONS=$maven_java_options"} mvn -B "$@" </dev/null; }

check_maven() {
  local version get
  get=$(packages maven maven)
  command -v mvn >/dev/null || { problem "mvn not found: Maven, 3.6.3 or newer, is needed ($get)"; return; }
  # Without a JDK Maven cannot even tell its version.
  [ "$problems" -eq 0 ] || return 0
  version=$(maven -version 2>/dev/null | sed -n 's/.*Apache Maven \([0-9.]*\).*/\1/p') || true
  at_least 3.6.3 "${version:-0}" || problem "mvn is version ${version:-unknown}: Maven, 3.6.3 or newer, is needed ($get)"
}

check_python() {
  local candidate get
  get=$(packages 'python3 python3-venv' python)
  for candidate in python3 python3.14 python3.13 python3.12 python3.11 python3.10; do
    if "$candidate" -c 'import sys; sys.exit(sys.version_info < (3, 10))' >/dev/null 2>&1; then
      base_python=$candidate
      "$candidate" -c 'import ensurepip, venv' 2>/dev/null \
        || problem "$candidate lacks the modules venv and ensurepip ($(packages python3-venv python))"
      return
    fi
  done
  problem "$(python3 --version 2>/dev/null || echo 'python3 not found'): Python 3.10 or newer is needed ($get)"
}

# A link is made in one step and carries its owner, so that a lock left behind by a killed command is recognised.
lock() {
  local owner
  until ln -s $$ target/lock 2>/dev/null; do
    owner=$(readlink target/lock) || continue
    if kill -0 "$owner" 2>/dev/null; then
      [ "${waiting-}" = "$owner" ] || echo "Waiting for process $owner, which works in this checkout (if it does not, remove target/lock)"
      waiting=$owner
      sleep 1
    else
      rm -f target/lock
    fi
  done
  trap unlock EXIT
  trap 'exit 130' INT
  trap 'exit 143' TERM
}

unlock() { if [ "$(readlink target/lock)" = $$ ]; then rm -f target/lock; fi; }

# step <label> <command…>: says what is being done and how long it took.
step() {
  local label=$1 start=$SECONDS
  shift
  printf '%s … ' "$label"
  "$@" || return
  echo "$((SECONDS - start)) s"
}

stamp() {
  "$1" - "$root" <<'PYTHON'
import hashlib, pathlib, sys, sysconfig
requirements = pathlib.Path("environment/requirements.txt").read_bytes()
print(hashlib.sha256(requirements).hexdigest(), sys.version, sysconfig.get_platform(), sys.argv[1], sep="\n")
PYTHON
}

install_packages() {
  rm -rf .venv
  if ! "$base_python" -m venv .venv >target/install.log 2>&1 \
    || ! "$python" -m pip install --require-hashes --no-deps --only-binary :all: --no-cache-dir --no-input \
      --disable-pip-version-check -r environment/requirements.txt >>target/install.log 2>&1; then
    echo
    problem "the Python packages could not be installed; is there a network? See $root/target/install.log"
    stop_on_problems
  fi
  mkdir -p .venv/jupyter
  # Last, so that an interrupted installation is never taken for a finished one.
  stamp "$python" >.venv/stamp
}

packages_ready() {
  [ -f .venv/stamp ] && [ -x "$python" ] && [ "$(stamp "$python" 2>/dev/null)" = "$(cat .venv/stamp)" ] \
    && [ "$(stamp "$base_python")" = "$(cat .venv/stamp)" ]
}

# The parallel collector suits a program that makes large arrays: the usual one has a slow path for those of half a
# megabyte and more. Large pages, which only Linux has to be asked for, make matrix products a few per cent faster.
java_flags='--enable-native-access=ALL-UNNAMED -XX:+UseParallelGC'
if [ "$(uname)" = Linux ]; then java_flags+=' -XX:+UseTransparentHugePages'; fi

# Replaces the specification that comes with jjava, which takes whatever java is on PATH.
write_kernel() {
  "$python" - "$JAVA_HOME/bin/java" "$root/.venv" "$java_flags" >.venv/kernel.json <<'PYTHON'
import json, sys
flags = sys.argv[3].split() + """--add-opens jdk.jshell/jdk.jshell=ALL-UNNAMED -Djava.awt.headless=true
-Dslf4j.internal.verbosity=ERROR -Dfile.encoding=UTF-8 -Duser.language=en -Duser.country=US""".split()
# Java keeps a cache of fonts in the home directory: not in the user's.
flags.append("-Duser.home=" + sys.argv[2])
kernel = {
    "argv": [sys.argv[1], *flags, "-jar", "{resource_dir}/jjava.jar", "{connection_file}"],
    "display_name": "Java", "language": "java", "interrupt_mode": "message",
}
print(json.dumps(kernel, indent=1))
PYTHON
  mv .venv/kernel.json .venv/share/jupyter/kernels/java/kernel.json
}

setup() {
  neutralise
  check_writable
  check_java
  check_maven
  check_python
  stop_on_problems
  lock
  packages_ready || step "Installing the Python packages into .venv" install_packages
  write_kernel
}

package() {
  maven -q -DskipTests package >target/build.log 2>&1 && return
  echo
  if grep -Eq 'Could not transfer|Unknown host' target/build.log; then
    problem "Maven could not download what the build needs; is there a network? See $root/target/build.log"
  else
    grep -m 20 '^\[ERROR\]' target/build.log >&2 || tail -n 20 target/build.log >&2
    problem "the build failed; see $root/target/build.log"
  fi
  return 1
}

build() { step "Building target/kit" package; }
