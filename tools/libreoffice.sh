# Sourced by libreoffice-text and libreoffice-pdf.

# convert FILTER FILE FOLDER: FILE as LibreOffice reads it, into FOLDER. A profile of its own each time, so that
# conversions may run side by side and nobody's settings count.
convert() {
    command -v soffice >/dev/null 2>&1 || die "LibreOffice is not installed" "make setup"
    [ -r "$2" ] || die "cannot read $2"
    soffice --headless --norestore "-env:UserInstallation=file://$3/profile" \
        --convert-to "$1" --outdir "$3" "$2" >"$3/log" 2>&1 </dev/null || true
    # It exits with 0 even when it has written nothing.
    [ -s "$3/$(basename "${2%.*}").${1%%:*}" ] || die "LibreOffice cannot convert $2: $(cat "$3/log")"
}
