// Drains equal queues one after another with b24jssdk and prints what each took.
import { B24Hook, ParamsFactory } from '@bitrix24/b24jssdk'

const args = process.argv.slice(2)
const option = (name) => args[args.indexOf(`--${name}`) + 1]
const events = Number(option('events'))

// the SDK keeps to the portal's request budget; the others are measured without it, so here it is out of the way
const unlimited = {
  ...ParamsFactory.getDefault(),
  rateLimit: { burstLimit: 1e6, drainRate: 1e6, adaptiveEnabled: false },
  adaptiveConfig: { ...ParamsFactory.getDefault().adaptiveConfig, enabled: false }
}

for (let i = 0; i < Number(option('drains')); i++) {
  const user = Number(option('user')) + i
  const portal = B24Hook.fromWebhookUrl(`${option('url')}/rest/${user}/benchmark/`, { restrictionParams: unlimited })
  const page = async (offset) => {
    const answer = await portal.actions.v2.call.make({ method: 'im.v2.Event.get', params: { offset, limit: 1000 } })
    if (!answer.isSuccess) {
      throw new Error(answer.getErrorMessages().join('; '))
    }
    return answer.getData().result
  }

  const start = process.hrtime.bigint()
  const cpu = process.cpuUsage()
  let offset = 1
  let count = 0
  let checksum = 0
  while (count < events) {
    const result = await page(offset)
    for (const event of result.events) {
      checksum = (Math.imul(31, checksum) + event.eventId) | 0
      checksum = (Math.imul(31, checksum) + event.data.message.chatId) | 0
      checksum = (Math.imul(31, checksum) + event.data.message.text.length) | 0
      count++
    }
    offset = result.nextOffset
  }
  const wall = Number(process.hrtime.bigint() - start) / 1e9
  const used = process.cpuUsage(cpu)
  await page(offset)
  const acknowledged = Number(process.hrtime.bigint() - start) / 1e9
  console.log(`drained user=${user} events=${events} checksum=${checksum} wall=${wall} acknowledged=${acknowledged}`
    + ` cpu=${(used.user + used.system) / 1e6} allocated=NaN heapPeak=NaN heapHeld=NaN`
    + ` rss=${process.resourceUsage().maxRSS * 1024}`)
}
