# One line for each check, and the count of them. To be sourced.

passed=0
failed=0
# check NAME COMMAND...: says whether the command succeeded, and what it said if it did not.
check() {
  local name=$1 said
  shift
  if said=$("$@" 2>&1 </dev/null); then
    passed=$((passed + 1))
    echo "pass  $name"
  else
    failed=$((failed + 1))
    echo "FAIL  $name"
    sed 's/^/      /' <<<"$said" | head -40
  fi
}
# batch COMMAND...: a judge of many files at once, that prints a line for each check beginning with pass or FAIL.
batch() {
  local said status=0
  said=$("$@" 2>&1 </dev/null) || status=$?
  echo "$said"
  passed=$((passed + $(grep -c '^pass  ' <<<"$said" || true)))
  failed=$((failed + $(grep -c '^FAIL  ' <<<"$said" || true)))
  # A judge that fell over has judged nothing.
  if [ "$status" -ne 0 ] && ! grep -q '^FAIL  ' <<<"$said"; then
    failed=$((failed + 1))
    echo "FAIL  $1 ended with $status"
  fi
}
# summary: the last line; fails if a check did, or if there was none.
summary() {
  echo "$passed passed, $failed failed"
  [ "$failed" -eq 0 ] && [ "$passed" -gt 0 ]
}
