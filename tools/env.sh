# Sourced by the other tools: the pinned versions, and where what they install is kept.
# Outside the checkout, so that every clone on a machine shares one installation.

TRUNK_VERSION=0.21.14
WASM_BINDGEN_VERSION=0.2.129 # the same as wasm-bindgen in Cargo.toml: the two must agree

CACHE=${KE_HOACH_CACHE:-$HOME/.cache/ke-hoach}
CHROME_109=$CACHE/chrome-109/chrome
# An installed binaryen is a Node program: its folder comes first, so that Trunk finds this wasm-opt and no
# other.
PATH=$CACHE/npm/node_modules/.bin:$CACHE/cargo/bin:$PATH
export PATH

say() { printf '\033[1m==>\033[0m %s\n' "$*" >&2; }

# die MESSAGE [COMMAND]: stops, naming the command that puts it right.
die() {
    printf 'error: %s\n' "$1" >&2
    [ $# -lt 2 ] || printf '  run this, then try again:\n    %s\n' "$2" >&2
    exit 1
}
